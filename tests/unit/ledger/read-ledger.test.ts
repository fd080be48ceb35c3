import { describe, expect, test } from 'vitest';
import { readLedger } from '#lib/content/ledger/read-ledger.ts';
import type { LedgerRecord } from '#lib/content/ledger/record.ts';
import { writeLedger } from '#lib/content/ledger/write-ledger.ts';

const line = (more: Partial<LedgerRecord> & { url: string }) =>
  writeLedger([{ state: 'stands', since: '2025-04-01', asked: '2025-04-02', ...more }]);
const a = 'https://a.example/1';
const b = 'https://b.example/1';
const read = (text: string) => {
  const { ledger, diagnostics } = readLedger([{ path: 'ledger/2025.jsonl', text }]);
  const faults = diagnostics.flatMap(({ messages }) =>
    messages.map(({ line: at, column, reason }) => `${at}:${column} ${reason}`),
  );
  return { ledger, faults };
};

test('a ledger that was read is written as it was, sorted, and a record stays one line', () => {
  const records: LedgerRecord[] = [
    { url: b, state: 'gone', since: '2025-05-01', asked: '2025-06-01', doubt: undefined },
    {
      url: a,
      state: 'changed',
      since: '2025-05-01',
      asked: '2025-06-01',
      change: { kinds: ['figure', 'added'], seen: 'a_b-' },
      copy: { url: 'https://archive.example/1', day: '2025-04-03' },
      print: { day: '2025-04-01', headline: 'abcd', prose: 'abcdab', lines: '' },
    },
  ];
  const text = writeLedger(records);
  expect(text.split('\n').map((each) => each.slice(0, 28))).toEqual([
    '{"url":"https://a.example/1"',
    '{"url":"https://b.example/1"',
    '',
  ]);
  const { ledger, faults } = read(text);
  expect(faults).toEqual([]);
  expect(writeLedger([...ledger.values()])).toBe(text);
});

describe('two lines of one address, as git leaves them where it merged two branches', () => {
  const older = line({
    url: a,
    copy: { url: 'https://archive.example/1', day: '2025-04-02' },
    print: { day: '2025-04-01', headline: 'aaaa', prose: 'aaaaaa', lines: '' },
  });
  const newer = line({
    url: a,
    state: 'gone',
    since: '2025-05-01',
    asked: '2025-05-02',
    print: { day: '2025-04-03', headline: 'bbbb', prose: 'bbbbbb', lines: '' },
  });

  test.each([
    ['the newer last', older + newer],
    ['the newer first', newer + older],
  ])('%s: the newer state counts, with the copy and the older fingerprint', (_, text) => {
    const { ledger, faults } = read(text);
    expect(faults).toEqual([]);
    expect(ledger.get(a)).toMatchObject({
      state: 'gone',
      asked: '2025-05-02',
      copy: { url: 'https://archive.example/1' },
      print: { day: '2025-04-01', headline: 'aaaa' },
    });
  });
});

test('a bad line is a fault at its place, and the other lines count', () => {
  const text = [
    '<<<<<<< HEAD',
    line({ url: a }).trim(),
    'gone',
    '',
    '{"url":"https://b.example/1","state":"dead","since":"2025-04-01","asked":"2025-04-31"}',
    '{"url":"https://b.example/1","state":"moved","since":"2025-04-01","asked":"2025-04-30"}',
    '{"url":"https://b.example/1","state":"gone","since":"2025-04-01","asked":"2025-04-30","title":"x"}',
    '',
  ].join('\n');
  const { ledger, faults } = read(text);
  expect([...ledger.keys()]).toEqual([a]);
  expect(faults).toEqual([
    '1:1 Unexpected mark of a merge conflict, expected the lines of both sides without the marks: the newer counts',
    '3:1 Unexpected line that is no JSON, expected one record as `npm run sources` writes it',
    expect.stringMatching(/^5:30 Unexpected value for `state`, .*expected one of "stands"/),
    '5:66 Unexpected value for `asked`, expected a day such as 2025-03-31',
    '6:1 Unexpected value for `to`, expected the new address of what has moved',
    '7:1 Unexpected key `title`, expected one of url, state, since, asked, to, change, doubt, silent, copy, print',
  ]);
});
