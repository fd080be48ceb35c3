import { describe, expect, test } from 'vitest';
import type { LedgerRecord } from '#lib/content/ledger/record.ts';
import { type Cited, dueOn } from '#lib/ledger/due.ts';
import { addDays, type IsoDate } from '#lib/site/dates.ts';

const TODAY: IsoDate = '2025-12-01';
const url = (name: string) => `https://${name}.example/1`;
/** An address that an issue cites which is so many days old. */
const cited = (name: string, age: number): Cited => ({
  url: url(name),
  by: [{ date: addDays(TODAY, -age), id: 'k3x9qa', title: '题目' }],
});
/** A record that was asked so many days ago. */
const record = (name: string, ago: number, more: Partial<LedgerRecord> = {}): LedgerRecord => ({
  url: url(name),
  state: 'stands',
  since: '2025-01-01',
  asked: addDays(TODAY, -ago),
  ...more,
});
const due = (list: Cited[], ...records: LedgerRecord[]) =>
  dueOn(list, new Map(records.map((each) => [each.url, each])), TODAY).map(({ url: each }) => each);

describe('an address is asked', () => {
  test.each<[string, number, LedgerRecord | undefined, boolean]>([
    ['that was never asked', 400, undefined, true],
    ['of a new issue, every day', 90, record('a', 1), true],
    ['but once a day', 3, record('a', 0), false],
    ['of an old issue, not within thirty days', 91, record('a', 29), false],
    ['of an old issue, after thirty days', 91, record('a', 30), true],
    [
      'of an old issue, the day after a sign that it is gone',
      400,
      record('a', 1, { doubt: { why: '404', since: '2025-11-30' } }),
      true,
    ],
    ['that is gone, not every day', 3, record('a', 1, { state: 'gone' }), false],
    ['that is gone, after thirty days', 3, record('a', 30, { state: 'gone' }), true],
  ])('%s', (_, age, before, isDue) => {
    expect(due([cited('a', age)], ...(before === undefined ? [] : [before]))).toHaveLength(
      isDue ? 1 : 0,
    );
  });
});

test('what was never asked goes first, then what was asked longest ago', () => {
  const list = [cited('yesterday', 5), cited('last-week', 5), cited('new', 2), cited('newer', 1)];
  expect(due(list, record('yesterday', 1), record('last-week', 7))).toEqual(
    ['newer', 'new', 'last-week', 'yesterday'].map(url),
  );
});
