import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, test } from 'vitest';
import { IssuePage } from '#components/IssuePage.tsx';
import { ItemPage } from '#components/ItemPage.tsx';
import { TimelinePage } from '#components/TimelinePage.tsx';
import type { Archive } from '#lib/content/archive.ts';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import type { LedgerRecord } from '#lib/content/ledger/record.ts';
import { writeLedger } from '#lib/content/ledger/write-ledger.ts';
import { itemsOf } from '#lib/content/queries.ts';
import { editionFiles } from '#lib/editions/edition-files.ts';
import { issueSchema } from '#lib/editions/json/schema.ts';
import { paths } from '#lib/site/paths.ts';
import { writeFile } from '#lib/views/file-writers.ts';
import { issuePage } from '#lib/views/issue.ts';
import { itemPage } from '#lib/views/item.ts';
import { sourcePage } from '#lib/views/subjects.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';

const DATE = '2025-03-31';
const cited = (index: number) => `https://example.com/1/${index - 1}`;
const COPY = 'https://web.archive.example/1';
const record = (index: number, more: Partial<LedgerRecord>): LedgerRecord => ({
  url: cited(index),
  state: 'stands',
  since: '2025-04-01',
  asked: '2026-03-02',
  ...more,
});
const ledger = writeLedger([
  record(1, { state: 'gone', since: '2026-03-01', copy: { url: COPY, day: '2025-04-01' } }),
  record(2, { state: 'moved', to: 'https://example.com/new/2' }),
  record(3, { copy: { url: COPY, day: '2025-04-01' } }),
  record(4, { state: 'untold', silent: { why: '403', since: '2025-04-01' } }),
]);
const files = { [`${DATE}.md`]: sampleIssue(1, 5) };
let before: Archive;
let after: Archive;
beforeEach(async () => {
  before = await readArchive(contentFolderWith(files));
  after = await readArchive(contentFolderWith({ ...files, '2025.jsonl': ledger }));
});

const ids = (archive: Archive) => archive.issues.flatMap(itemsOf).map(({ id }) => id);
const itemAt = (archive: Archive, index: number) => {
  const props = itemPage(archive, { date: DATE, id: ids(archive)[index - 1] ?? '' });
  if (props === undefined) throw new Error('there is no such item');
  return props;
};
const sourcesOf = (html: string) =>
  [...html.matchAll(/来源：.*?(?=<span|<item-tools|<a href="\/threads|<\/span>)/g)].map(
    ([text]) => text,
  );
const itemSources = (archive: Archive, index: number) =>
  sourcesOf(renderToStaticMarkup(<ItemPage {...itemAt(archive, index)} />))[0];

describe('beside an attribution', () => {
  test('the page of an item says what has become of the report', () => {
    const link = `<cite><a href="${paths.source('光明日报')}">光明日报</a></cite>`;
    const plain = (index: number) =>
      `来源：${link} <a href="${cited(index)}" rel="external" aria-label="光明日报原文">原文</a>`;
    const copy = ` · <a href="${COPY}" rel="external nofollow" aria-label="光明日报存档">存档</a>`;
    expect(itemSources(after, 1)).toBe(
      `来源：${link} <data value="${cited(1)}" title="${cited(1)}">原文已不可访问（2026-03-01 起）</data>${copy}`,
    );
    expect(itemSources(after, 2)).toBe(
      `来源：${link} <a href="https://example.com/new/2" rel="external" aria-label="光明日报原文" title="引用时的网址：${cited(2)}">原文</a>`,
    );
    expect(itemSources(after, 3)).toBe(plain(3) + copy);
    expect(itemSources(after, 4)).toBe(plain(4));
    expect(itemSources(after, 5)).toBe(plain(5));
  });

  test('the page of an issue says it of what is gone or has moved, and nothing of others', () => {
    const props = issuePage(after, { date: DATE });
    if (props === undefined) throw new Error('there is no such issue');
    const plain = (index: number) =>
      `来源：<cite><a href="${cited(index)}" rel="external">光明日报</a></cite>`;
    expect(sourcesOf(renderToStaticMarkup(<IssuePage {...props} />))).toEqual([
      expect.stringContaining('<cite>光明日报</cite> <data value='),
      expect.stringContaining('<cite><a href="https://example.com/new/2"'),
      plain(3),
      plain(4),
      plain(5),
    ]);
  });
});

test('machines are told the copy and the new address, and the cited address stays', () => {
  const basedOn = (index: number) => {
    const { data } = itemAt(after, index).head;
    return JSON.stringify(data).match(/"isBasedOn":\[.*?\]/)?.[0];
  };
  expect(basedOn(1)).toContain(`"url":"${cited(1)}","archivedAt":"${COPY}"`);
  expect(basedOn(2)).toContain(`"url":"${cited(2)}","sameAs":"https://example.com/new/2"`);
  expect(basedOn(4)).not.toMatch(/archivedAt|sameAs/);
});

test('the JSON of an issue has it, and its key changes with it', async () => {
  const json = async (archive: Archive) => {
    const file = editionFiles(archive).find(({ path }) => path === `/issues/${DATE}.json`);
    if (file?.writer !== 'issue json') throw new Error('there is no such file');
    const props = file.props();
    const text = await writeFile('issue json', props, archive.readPublicFile);
    return { props, issue: issueSchema.parse(JSON.parse(String(text))) };
  };
  const told = await json(after);
  expect(told.issue.sections[0]?.items.map(({ sources }) => sources[0])).toMatchObject([
    { url: cited(1), goneSince: '2026-03-01', archivedAt: COPY },
    { url: cited(2), movedTo: 'https://example.com/new/2' },
    { url: cited(3), archivedAt: COPY },
    { url: cited(4) },
    { url: cited(5) },
  ]);
  expect(JSON.stringify(told.props)).toContain(COPY);
  expect((await json(before)).props).not.toHaveProperty('cited');
});

test('the page of a publisher counts the reports that were asked for and still stand', () => {
  const html = (archive: Archive) => {
    const props = sourcePage(archive, { id: '光明日报' });
    if (props === undefined) throw new Error('there is no such page');
    return renderToStaticMarkup(<TimelinePage {...props} />);
  };
  expect(html(after)).toContain('查过的3篇原文，2篇仍可访问。');
  expect(html(before)).not.toContain('原文');
});

test('without a ledger, and with one that says nothing of an issue, its pages have the same props', async () => {
  const other = writeLedger([{ ...record(1, { state: 'gone' }), url: 'https://other.example/1' }]);
  const unrelated = await readArchive(contentFolderWith({ ...files, '2025.jsonl': other }));
  const text = (each: Archive) =>
    JSON.stringify([
      issuePage(each, { date: DATE }),
      itemAt(each, 1),
      sourcePage(each, { id: '光明日报' }),
    ]);
  expect(text(unrelated)).toBe(text(before));
});

test('a fault in the ledger is a fault of the content', async () => {
  const folder = contentFolderWith({ ...files, '2025.jsonl': `${ledger}gone\n` });
  const { diagnostics } = await new ArchiveReader(folder).read();
  const faults = diagnostics.flatMap(({ path, messages }) =>
    messages.map(({ line, ruleId, fatal }) => [path, line, ruleId, fatal]),
  );
  expect(faults).toEqual([['ledger/2025.jsonl', 5, 'registry-invalid', true]]);
});
