import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ArchiveReader } from '#lib/content/archive.ts';
import { IssueCache } from '#lib/content/issue-cache.ts';
import { fingerprintOf } from '#lib/publish/fingerprint.ts';
import { pagesOf } from '#lib/views/pages.ts';
import { temporaryFolder } from '#tests/support/content-folder.ts';

const SHIPPED = join(import.meta.dirname, '../../content');
const NOW = new Date('2025-09-01T08:00:00Z');

/** A copy of the shipped content, the one issue to change, and what its pages are made of each time it is read. */
function opened() {
  const folder = join(temporaryFolder(), 'content');
  cpSync(SHIPPED, folder, { recursive: true });
  const reader = new ArchiveReader(
    folder,
    undefined,
    new IssueCache(join(temporaryFolder(), 'issues'), 'parser'),
  );
  const issues = readdirSync(join(folder, 'issues')).sort();
  const edit = (file: string, change: (text: string) => string) => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    const changed = change(text);
    expect(changed).not.toBe(text);
    writeFileSync(path, changed);
  };
  const pages = async () => {
    const { archive } = await reader.read({ now: NOW });
    if (archive === undefined) throw new Error('the content cannot be read');
    return new Map(
      pagesOf(archive).map(({ path, basis, props }) => [
        path,
        { hash: fingerprintOf(basis()), props: JSON.stringify(props()) },
      ]),
    );
  };
  return { folder, edit, pages, issue: `issues/${issues.at(4)}` };
}

type Opened = ReturnType<typeof opened>;
const firstItem = /^### (.+?)( \{#[^}]+\})?$/m;

describe('what a page is made of', () => {
  test.each<[what: string, change: (opened: Opened) => void]>([
    [
      'the title of an item',
      ({ edit, issue }) => edit(issue, (text) => text.replace(firstItem, '### 改过的$1$2')),
    ],
    [
      'the text of an item',
      ({ edit, issue }) => edit(issue, (text) => text.replace(firstItem, '$&\n\n另有一段。')),
    ],
    [
      'whom an item cites',
      ({ edit, issue }) => edit(issue, (text) => text.replace(/^来源：.+$/m, '来源：某报')),
    ],
    [
      'a section that is called what no section is',
      ({ edit, issue }) => edit(issue, (text) => text.replace(/^## .+$/m, '## 海外传真之外')),
    ],
    ['an issue that goes', ({ folder, issue }) => rmSync(join(folder, issue))],
    [
      'an issue that comes',
      ({ folder, issue }) =>
        cpSync(join(folder, issue), join(folder, 'issues/2025-08-25.md'), { recursive: true }),
    ],
    [
      'the name of the site',
      ({ edit }) => edit('site.yml', (text) => text.replace(/^name: .+$/m, 'name: 别的周报')),
    ],
    [
      'its line below the name',
      ({ edit }) => edit('site.yml', (text) => text.replace(/^tagline: .+$/m, 'tagline: 别的话')),
    ],
    [
      'the hour at which issues appear',
      ({ edit }) =>
        edit('site.yml', (text) => text.replace(/^publishTime: .+$/m, 'publishTime: "09:30"')),
    ],
    [
      'what sections say of themselves',
      ({ edit }) =>
        edit('sections.yml', (text) => text.replace(/description: /g, 'description: 新')),
    ],
    [
      'what topics say of themselves',
      ({ edit }) => edit('topics.yml', (text) => text.replace(/description: /g, 'description: 新')),
    ],
    [
      'the addresses of publishers',
      ({ edit }) =>
        edit('sources.yml', (text) => text.replace(/url: https:\/\//g, 'url: https://m.')),
    ],
  ])('is another where %s makes the page another', async (_, change) => {
    const made = opened();
    const before = await made.pages();
    change(made);
    const after = await made.pages();
    const changed = [...after].filter(([path, { props }]) => before.get(path)?.props !== props);
    expect(changed.length).toBeGreaterThan(0);
    const believedTheSame = changed.filter(([path, { hash }]) => before.get(path)?.hash === hash);
    expect(believedTheSame.map(([path]) => path)).toEqual([]);
  });

  test('is the same on every list that an item stands in while only its text changes', async () => {
    const { pages, edit, issue } = opened();
    const before = await pages();
    edit(issue, (text) => text.replace(firstItem, '$&\n\n另有一段。'));
    const after = await pages();
    const other = [...after].filter(([path, { hash }]) => before.get(path)?.hash !== hash);
    const lists = other.filter(([path]) => /^\/(sections|sources|topics)\//.test(path));
    expect(lists.map(([path]) => path)).toEqual([]);
    expect(other.map(([path]) => path)).toContain(`/${issue.slice(0, -'.md'.length)}`);
  });
});
