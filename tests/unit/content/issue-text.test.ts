import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Paragraph } from 'mdast';
import { beforeAll, describe, expect, test } from 'vitest';
import { readRegistries } from '#lib/check/read-folder.ts';
import type { Archive } from '#lib/content/archive.ts';
import { parseMarkdown, toHtml } from '#lib/content/markdown/markdown.ts';
import { parseIssue } from '#lib/content/parse-issue.ts';
import { issueJson } from '#lib/editions/json/issue-json.ts';
import { issueMarkdown } from '#lib/editions/markdown/issue-markdown.ts';
import { writeBlocks } from '#lib/editions/markdown/write-block.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { withAbsoluteAddresses } from '#lib/syndication/html.ts';
import { addressAt, fileAt } from '#lib/views/addresses.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { hostileIssue } from '#tests/support/hostile-issue.ts';
import { hostileIssue as hostileLetter } from '#tests/support/hostile-letter.ts';
import { testRegistries } from '#tests/support/registries.ts';
import { readShipped } from '#tests/support/shipped.ts';

const content = join(import.meta.dirname, '../../../content');
let shipped: Archive;
beforeAll(async () => {
  shipped = await readShipped();
});

/** The shipped issues, and two that hold every form of text and much that would break a format. */
async function archives(): Promise<Archive[]> {
  const hostile = [hostileIssue, hostileLetter].map((text) =>
    readArchive(contentFolderWith({ '2025-03-31.md': text })),
  );
  return [shipped, ...(await Promise.all(hostile))];
}

const textAt = async (archive: Archive, path: string) =>
  String(await fileAt(archive, path)?.write());
const jsonAt = async (archive: Archive, path: string): Promise<unknown> =>
  JSON.parse(await textAt(archive, path));

/** All of an issue but where it stands in its file, with the addresses in its HTML absolute. */
function contentOf(value: unknown, page: string): unknown {
  if (Array.isArray(value)) return value.map((each) => contentOf(each, page));
  if (typeof value !== 'object' || value === null) return value;
  if ('__html' in value && typeof value.__html === 'string') {
    // A picture without an address is nothing to mirror.
    return withAbsoluteAddresses(value.__html, page).replaceAll(/ *<img alt="">| +(?=<\/p>)/g, '');
  }
  const entries = Object.entries(value).filter(([key]) => key !== 'place');
  return Object.fromEntries(entries.map(([key, inner]) => [key, contentOf(inner, page)]));
}

describe('an issue in Markdown', () => {
  test.each(['乙', '12家', '3. 乙', '- 乙', '# 乙', '> 乙', '---', '| 乙 |'])(
    'has the lines of a paragraph as they are, also %s',
    (line) => {
      const block: Paragraph = {
        type: 'paragraph',
        children: [{ type: 'text', value: `甲\n${line}` }],
      };
      const { children } = parseMarkdown(writeBlocks([block]));
      expect(toHtml(children)).toEqual(toHtml([block]));
    },
  );

  test('is read back as the same issue', async () => {
    const own = await readRegistries(content);
    for (const archive of await archives()) {
      const registries = archive === shipped ? own : testRegistries();
      for (const issue of archive.issues) {
        const text = issueMarkdown(issue, archive.site);
        const again = parseIssue({ path: `issues/${issue.date}.md`, text }, registries).issue;
        const page = absoluteUrl(archive.site.origin, paths.issue(issue.date));
        expect(contentOf(again, page)).toEqual(contentOf(issue, page));
      }
    }
  });

  test('is offered on the page of the issue', async () => {
    const address = addressAt(shipped, paths.issue('2025-03-31'));
    expect(JSON.stringify(address?.props())).toContain('/issues/2025-03-31.md');
    expect(fileAt(shipped, '/issues/2025-03-31.md')?.type).toBe('text/markdown; charset=utf-8');
  });
});

describe('an issue in JSON', () => {
  test('is valid by the schema that is published with it', async () => {
    const ajv = new Ajv({ strict: true });
    addFormats.default(ajv);
    const schema = await jsonAt(shipped, paths.issueSchema());
    const validate = ajv.compile(Object(schema));
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: absoluteUrl(shipped.site.origin, paths.issueSchema()),
    });
    for (const archive of await archives()) {
      for (const { date } of archive.issues) {
        validate(await jsonAt(archive, paths.edition(date, 'json')));
        expect(validate.errors, date).toBeNull();
      }
    }
    // It refuses what is none.
    const [issue] = shipped.issues;
    if (issue === undefined) throw new Error('there is no issue');
    expect(validate({ ...issueJson(shipped, issue), date: '31 March' })).toBe(false);
  });

  test('holds the typed issue', async () => {
    for (const archive of await archives()) {
      for (const issue of archive.issues) {
        const { sections, updated, number } = issueJson(archive, issue);
        expect({ updated, number }).toEqual({ updated: issue.updated, number: issue.number });
        const items = issue.sections.flatMap((section) => section.items);
        expect(sections.flatMap((section) => section.items)).toMatchObject(
          items.map(({ id, title, text, corrections, attributions }) => ({
            ...{ id, title, text, corrections },
            url: absoluteUrl(archive.site.origin, paths.item(issue.date, id)),
            sources: attributions.map(({ source, url, date }) => ({
              name: source.name,
              ...(url === undefined ? {} : { url }),
              ...(date === undefined ? {} : { date }),
            })),
          })),
        );
      }
    }
  });

  test('is listed with all the others and every form of it', async () => {
    const list = await jsonAt(shipped, paths.issueList());
    expect(list).toMatchObject({
      issues: shipped.issues.map(({ date, title }) => ({ date, title })),
    });
    const addresses = JSON.stringify(list).match(/"http[^"]+"/g) ?? [];
    expect(addresses).toHaveLength(1 + shipped.issues.length * 8);
    for (const address of addresses) {
      const { pathname } = new URL(JSON.parse(address));
      expect(addressAt(shipped, pathname), pathname).toBeDefined();
    }
  });
});

test('llms.txt leads to the text of every issue, and nowhere else than to what is there', async () => {
  const text = await textAt(shipped, paths.llms());
  expect(text).toMatch(/^# 版权周报\n\n> /);
  const links = Array.from(text.matchAll(/^- \[.+?\]\((\S+)\)/gm), ([, url = '']) => new URL(url));
  for (const { pathname } of links) expect(addressAt(shipped, pathname), pathname).toBeDefined();
  const pathnames = links.map(({ pathname }) => pathname);
  for (const { date } of shipped.issues) expect(pathnames).toContain(paths.edition(date, 'md'));
});
