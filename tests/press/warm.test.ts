import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  contentFolderWith,
  sampleIssue as issue,
  temporaryFolder,
} from '#tests/support/content-folder.ts';
import { countsOf, edit, printSite } from '#tests/support/printing.ts';
import { registryTexts } from '#tests/support/registries.ts';
import { siteFiles as filesOf } from '#tests/support/site-files.ts';
import { makeTemporaryFolder, writeFilesInto } from '#tests/support/temporary-folder.ts';

const inFolder = (folder: string) => ({
  content: join(folder, 'content'),
  places: { cache: join(folder, 'cache'), out: join(folder, 'out') },
});

// The site is built once with an empty cache. Each test begins with a copy of the site and of the cache.
const { folder: built, remove } = makeTemporaryFolder();
beforeAll(async () => {
  const { content, places } = inFolder(built);
  writeFilesInto(content, {
    ...registryTexts,
    'issues/2025-03-24.md': issue(1),
    'issues/2025-03-31.md': issue(2),
    'issues/2025-04-07.md': issue(3, 1),
  });
  expect(countsOf((await printSite(content, places)).said).cached).toBe(0);
});
afterAll(remove);

function builtSite() {
  const folder = temporaryFolder();
  cpSync(built, folder, { recursive: true, verbatimSymlinks: true });
  return inFolder(folder);
}

/** The pages of a site that are not what they were. */
function changedPages(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after]
    .filter(([name, text]) => name.endsWith('.html') && before.get(name) !== text)
    .map(([name]) => name);
}

describe('a build that finds pages in the cache', () => {
  type Change = [file: string, from: string, to: string];
  // What is on every page changes first: a page that stayed as it was by mistake would be made anew by it.
  test.each<[string, Change[]]>([
    [
      'the line below the name and an item have',
      [
        ['site.yml', '测试用的刊物', '别的刊物'],
        ['issues/2025-03-31.md', '正文第0段', '正文改过的一段'],
      ],
    ],
    [
      "a source's name and a topic's terms have",
      [
        ['sources.yml', '光明日报', '光明报'],
        ['topics.yml', 'AI', '正文第1段'],
      ],
    ],
  ])('prints the same as one from nothing, after %s changed', async (_, changes) => {
    const { content, places } = builtSite();
    for (const [file, from, to] of changes) {
      edit(join(content, file), from, to);
      const warm = countsOf((await printSite(content, places)).said);
      expect(warm.cached).toBeGreaterThan(0);
      expect(warm.rendered).toBeGreaterThan(0);
    }
    const cold = await printSite(content);
    expect(countsOf(cold.said).cached).toBe(0);
    expect(filesOf(places.out)).toEqual(filesOf(cold.out));
  });

  test('renders no page again whose props are the same', async () => {
    const { content, places } = builtSite();
    const before = filesOf(places.out);
    edit(join(content, 'issues/2025-03-31.md'), '正文第0段', '正文改过的一段');
    await printSite(content, places);
    const changed = changedPages(before, filesOf(places.out));
    // Lists show titles only, so a change in the text of an item leaves them as they were.
    expect(
      changed.map((name) => name.replace(/\/(?!wechat)[0-9a-z]{6}\.html$/, '/item.html')),
    ).toEqual([
      'issues/2025-03-31.html',
      'issues/2025-03-31/mail.html',
      'issues/2025-03-31/item.html',
      'issues/2025-03-31/wechat.html',
    ]);
  });

  test('renders no page again that only needs another compression', async () => {
    // The newest twelve issues are compressed as well as can be.
    const days = Array.from(
      { length: 12 },
      (_, at) => `2025-01-${String(at + 1).padStart(2, '0')}`,
    );
    const content = contentFolderWith(
      Object.fromEntries(days.map((day, at) => [`${day}.md`, issue(at + 1, 1)])),
    );
    const places = { cache: temporaryFolder(), out: join(temporaryFolder(), 'out') };
    await printSite(content, places);
    const before = filesOf(places.out);
    writeFileSync(join(content, 'issues/2025-02-01.md'), issue(13, 1));
    await printSite(content, places);
    const after = filesOf(places.out);
    const oldest = `issues/${days[1]}.html`;
    expect(changedPages(before, after)).not.toContain(oldest);
    expect(after.get(`issues/${days[0]}.html`)).toBe(before.get(`issues/${days[0]}.html`));
    expect(after.get(`issues/${days[0]}.html.br`)).not.toBe(
      before.get(`issues/${days[0]}.html.br`),
    );
    const packed = Buffer.from(after.get(`issues/${days[0]}.html.br`) ?? '', 'base64');
    expect(brotliDecompressSync(packed).toString('base64')).toBe(
      after.get(`issues/${days[0]}.html`),
    );
  });

  test('believes no cache that was damaged or is not one', async () => {
    const { content, places } = builtSite();
    const { cache } = places;
    const before = filesOf(places.out);
    // Written over in place, as a failing disk would: the site that is served has the same files.
    for (const folder of ['pages', 'issues'])
      for (const name of filesOf(join(cache, folder)).keys())
        writeFileSync(join(cache, folder, name), '<script>alert(1)</script>');
    const { said, failure, out: fresh } = await printSite(content, { cache });
    expect(failure).toBeUndefined();
    expect(countsOf(said).cached).toBe(0);
    expect(filesOf(fresh)).toEqual(before);
  });
});
