import { describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { feedFormatNames } from '#lib/site/feed-formats.ts';
import { paths } from '#lib/site/paths.ts';
import { redirectFrom } from '#lib/site/redirects.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { addressAt } from '#lib/views/addresses.ts';
import { redirectsOf } from '#lib/views/redirects.ts';
import { readShipped } from '#tests/support/shipped.ts';
import { archiveOf, issueOf, readMadeUp } from '#tests/support/stories.ts';

const idsOf = (archive: Archive) => threadsOf(archive).all.map(({ id }) => id);
const titlesOf = (archive: Archive) =>
  threadsOf(archive).all.map(({ items }) => items.map(({ item }) => item.title));

/** Whether an address that was public is a page, or leads to one. */
function isReached(archive: Archive, path: string): boolean {
  if (addressAt(archive, path) !== undefined) return true;
  const [target] = redirectFrom(path, redirectsOf(archive))?.split('#') ?? [];
  return target !== undefined && addressAt(archive, target) !== undefined;
}

/** Every address that an archive's threads have. */
const addressesOf = (archive: Archive) => [
  ...[...threadsOf(archive).byYear.keys()].map(paths.threads),
  ...idsOf(archive).flatMap((id) => [
    paths.thread(id),
    ...feedFormatNames.map((format) => paths.threadFeed(id, format)),
  ]),
];

// Two campaigns of one name are one thread each until an item tells of both.
const OPENED: [string, string] = ['“清源2026”专项行动启动', '四部门启动“清源2026”专项行动。'];
const JIANGZHOU: [string, string] = ['江州开展“清源2026”行动', '江州开展“清源2026”专项行动。'];
const SUIT: [string, string] = ['甲社诉乙网案立案', '法院受理甲社诉乙网一案。'];
const RULED: [string, string] = ['甲社诉乙网案一审宣判', '法院对甲社诉乙网一案作出判决。'];
const BOTH: [string, string] = [
  '甲社诉乙网案终审 “清源2026”行动首案',
  '“清源2026”行动的首案终审。',
];
const GROWN = {
  '2026-01-05': issueOf(OPENED),
  '2026-01-12': issueOf(SUIT),
  '2026-01-19': issueOf(RULED),
  '2026-01-26': issueOf(JIANGZHOU),
};

describe('the address of a thread', () => {
  test('comes from its first item and stays the same as issues are added', async () => {
    const { archive } = await readMadeUp();
    const inOrder = archive.issues.toReversed();
    let before: Archive | undefined;
    for (let count = 1; count <= inOrder.length; count += 1) {
      const now = { ...archive, issues: inOrder.slice(0, count).toReversed() };
      if (before !== undefined) {
        expect(idsOf(now)).toEqual(expect.arrayContaining(idsOf(before)));
        for (const path of addressesOf(before)) expect(isReached(now, path), path).toBe(true);
      }
      before = now;
    }
    for (const { id, items } of threadsOf(archive).all)
      expect(id).toBe(`${items[0]?.issue.date}-${items[0]?.item.id}`);
    expect(idsOf(archive).length).toBeGreaterThan(10);
  });

  test('and those of its feeds lead to the older thread where a later item joins two', async () => {
    const before = await archiveOf(GROWN);
    expect(titlesOf(before)).toEqual([
      [OPENED[0], JIANGZHOU[0]],
      [SUIT[0], RULED[0]],
    ]);
    const [older = '', younger = ''] = idsOf(before);
    const joined = await archiveOf({ ...GROWN, '2026-02-02': issueOf(BOTH) });
    expect(idsOf(joined)).toEqual([older]);
    const redirects = redirectsOf(joined);
    expect(redirectFrom(paths.thread(younger), redirects)).toBe(paths.thread(older));
    expect(redirectFrom(paths.threadFeed(younger, 'atom'), redirects)).toBe(
      paths.threadFeed(older, 'atom'),
    );
    for (const path of addressesOf(before)) expect(isReached(joined, path), path).toBe(true);
  });

  test('stays the same where a later item adds an older one', async () => {
    const before = await archiveOf({
      '2026-01-05': issueOf(['“清源2026”行动将启动', '“清源2026”行动将启动。']),
      '2026-01-12': issueOf(SUIT),
      '2026-01-19': issueOf(RULED),
    });
    const [id] = idsOf(before);
    const now = await archiveOf({
      '2026-01-05': issueOf(['“清源2026”行动将启动', '“清源2026”行动将启动。']),
      '2026-01-12': issueOf(SUIT),
      '2026-01-19': issueOf(RULED),
      '2026-01-26': issueOf(BOTH),
    });
    expect(threadsOf(now).all.map(({ items }) => items.length)).toEqual([4]);
    expect(idsOf(now)).toEqual([id]);
  });

  test('leads to its first item or to the thread of that item where an editor takes it apart', async () => {
    const before = await archiveOf(GROWN);
    const [opened, ruled] = threadsOf(before).all.map(({ items }) =>
      items.map(({ issue, item }) => `/issues/${issue.date}#${item.id}`),
    );
    const undone = await archiveOf(GROWN, `- { items: [${ruled?.[0]}], without: [${ruled?.[1]}] }`);
    expect(titlesOf(undone)).toEqual([[OPENED[0], JIANGZHOU[0]]]);
    const [, gone = ''] = idsOf(before);
    expect(redirectFrom(paths.thread(gone), redirectsOf(undone))).toBe(
      ruled?.[0]?.replace('#', '/'),
    );
    const joined = await archiveOf(GROWN, `- items: [${opened?.[0]}, ${ruled?.[1]}]`);
    expect(idsOf(joined)).toEqual(idsOf(before).slice(0, 1));
    for (const path of addressesOf(before)) expect(isReached(joined, path), path).toBe(true);
  });
});

describe('an editor', () => {
  test('names and pins a thread, and separates and joins items whatever their links', async () => {
    const [first, second] = threadsOf(await archiveOf(GROWN)).all.map(({ items }) =>
      items.map(({ issue, item }) => `/issues/${issue.date}#${item.id}`),
    );
    const archive = await archiveOf(
      GROWN,
      `- { name: 乙网案, pinned: true, items: [${second?.[1]}, ${first?.[1]}] }\n- { items: [${first?.[0]}] }`,
    );
    expect(titlesOf(archive)).toEqual([[SUIT[0], RULED[0], JIANGZHOU[0]]]);
    const [thread] = threadsOf(archive).all;
    expect(thread).toMatchObject({ name: '乙网案', pinned: true });
    expect(thread?.items.map(({ links }) => links.map(({ reason }) => reason))).toEqual([
      [],
      ['case'],
      ['editor'],
    ]);
  });
});

const WRITERS = '作家就训练AI提起的诉讼';

test('a thread says why each of its items is in it', async () => {
  const archive = await readShipped();
  const thread = threadsOf(archive).byId.get('2025-06-30-bn9c3y');
  expect(thread?.items.map(({ issue, links }) => [issue.date, links])).toEqual([
    ['2025-06-30', []],
    ['2025-06-30', [{ to: 0, reason: 'claim', term: WRITERS }]],
    ['2025-06-30', [{ to: 1, reason: 'claim', term: WRITERS }]],
    ['2025-07-21', [{ to: 0, reason: 'claim', term: WRITERS }]],
    ['2025-09-08', [{ to: 3, reason: 'party', term: 'Anthropic' }]],
    ['2025-09-08', [{ to: 3, reason: 'claim', term: WRITERS }]],
  ]);
});

test('what one issue alone tells is no thread until another issue goes on, unless an editor says so', async () => {
  const issues = { '2026-01-05': issueOf(SUIT, RULED) };
  const alone = await archiveOf(issues);
  expect(idsOf(alone)).toEqual([]);
  expect(threadsOf(alone).moved).toEqual([]);
  const [suit, ruled] = alone.issues.flatMap(({ sections }) =>
    sections.flatMap(({ items }) => items.map(({ id }) => `2026-01-05-${id}`)),
  );
  const went = await archiveOf({ ...issues, '2026-01-12': issueOf(BOTH) });
  expect(idsOf(went)).toEqual([suit]);
  expect(titlesOf(went)).toEqual([[SUIT[0], RULED[0], BOTH[0]]]);
  const items = [suit, ruled].map((id) => `/issues/2026-01-05#${id?.slice(11)}`);
  expect(idsOf(await archiveOf(issues, `- items: [${items.join()}]`))).toEqual([suit]);
});

test('a thread has at most a hundred items, and the next item begins another', async () => {
  const issues = Array.from({ length: 130 }, (_, index): [string, string] => [
    new Date(Date.UTC(2024, 0, 1 + index * 3)).toISOString().slice(0, 10),
    issueOf(
      [`甲社诉乙网案开庭之${index}`, '法院开庭审理甲社诉乙网一案。'],
      ...Array.from({ length: 12 }, (_, other): [string, string] => [
        `闲话${index}之${other}`,
        `第${index}期的第${other}段闲话。`,
      ]),
    ),
  ]);
  const archive = await archiveOf(Object.fromEntries(issues));
  const sizes = threadsOf(archive).all.map(({ items }) => items.length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
});
