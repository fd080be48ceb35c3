import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outputFile } from '#lib/site/paths.ts';
import { type NextServer, serveNext } from '#lib/system/next-process.ts';
import { addressesOf, isPage } from '#lib/views/addresses.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { leanHtml } from '#tests/support/lean-html.ts';

const root = resolve(import.meta.dirname, '../..');
const content = join(root, 'content');
/** The site that `npm run build` has made of the shipped content. */
const out = join(root, 'out');

let server: NextServer;
beforeAll(async () => {
  // What the gate has compiled: `next build`.
  server = await serveNext(root, ['start', '--hostname', '127.0.0.1', '--port', '0'], {
    CONTENT_DIR: content,
    SITE_ORIGIN: '',
  });
});
afterAll(() => server.stop());

test("the pages of the shipped issues are the same as Next's, but for styles and what Next adds", async () => {
  const pages = addressesOf(await readArchive(content)).filter(isPage);
  expect(pages.length).toBeGreaterThan(80);
  const others: string[] = [];
  for (const { path, kind } of pages) {
    const answer = await fetch(server.origin + path);
    expect(answer.status, path).toBe(kind === 'not found' ? 404 : 200);
    const rendered = leanHtml(await answer.text());
    // Next says by itself of a page that answers 404 that it is not to be found.
    const once = kind === 'not found' ? withoutFirst(rendered, NOT_FOUND) : rendered;
    const printed = leanHtml(readFileSync(join(out, outputFile(path)), 'utf8'));
    if (JSON.stringify(once) === JSON.stringify(printed)) continue;
    // This comparison is slow, but its failure shows the difference.
    if (others.length === 0) expect(once, path).toEqual(printed);
    others.push(path);
  }
  expect(others).toEqual([]);
});

const NOT_FOUND = '<meta name="robots" content="noindex">';

function withoutFirst(lines: readonly string[], line: string): string[] {
  const at = lines.indexOf(line);
  expect(at).toBeGreaterThan(0);
  return lines.toSpliced(at, 1);
}
