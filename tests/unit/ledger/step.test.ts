import { describe, expect, test } from 'vitest';
import type { LedgerRecord } from '#lib/content/ledger/record.ts';
import type { Answer } from '#lib/ledger/answers/answer.ts';
import { fingerprintOf } from '#lib/ledger/fingerprint/fingerprint.ts';
import { HOST_GONE_AFTER, stepRecord } from '#lib/ledger/step.ts';
import { addDays, type IsoDate } from '#lib/site/dates.ts';

const URL = 'https://news.example/a/1.html';
const DAY: IsoDate = '2025-04-01';
const HEADLINE = '某市公布上半年作品登记数量';
const TEXT = '某市版权局昨日公布上半年作品登记数量。全市上半年共登记作品1024件，比去年同期多两成。';

const article = (
  text = TEXT,
  more: Partial<Extract<Answer, { kind: 'article' }>> = {},
): Answer => ({
  kind: 'article',
  url: URL,
  permanent: false,
  article: fingerprintOf({ headline: HEADLINE, paragraphs: [text] }),
  ...more,
});
const missing: Answer = { kind: 'missing', why: '404' };
const untold = (why: string): Answer => ({ kind: 'untold', why });
const noHost: Answer = { kind: 'no-host' };

/** The record after answers on days, given as how many days after the first; and what was new on each. */
function recordAfter(...answers: [day: number, answer: Answer][]) {
  let record: LedgerRecord | undefined;
  const news: string[] = [];
  for (const [day, answer] of answers) {
    const step = stepRecord(record, URL, answer, addDays(DAY, day));
    record = step.record;
    news.push(step.news.map(({ kind }) => kind).join(' '));
  }
  if (record === undefined) throw new Error('no answer was given');
  return { record, news };
}

test('the first answer sets the fingerprint, and an equal one changes only the day', () => {
  const { record, news } = recordAfter([0, article()], [1, article()]);
  expect(record).toMatchObject({ state: 'stands', since: DAY, asked: '2025-04-02' });
  expect(record.print?.day).toBe(DAY);
  expect(news).toEqual(['', '']);
  expect(JSON.stringify(record)).not.toMatch(/\p{Script=Han}/u);
});

describe('gone', () => {
  test('needs a second day', () => {
    const once = recordAfter([0, article()], [3, missing], [3, missing]);
    expect(once.record).toMatchObject({
      state: 'stands',
      doubt: { why: '404', since: '2025-04-04' },
    });
    const twice = recordAfter([0, article()], [3, missing], [4, missing], [5, missing]);
    expect(twice.record).toMatchObject({ state: 'gone', since: '2025-04-04', asked: '2025-04-06' });
    expect(twice.news).toEqual(['', 'doubt', 'gone', '']);
  });

  test('is not where the report was there in between', () => {
    const { record } = recordAfter([0, article()], [3, missing], [4, article()], [5, missing]);
    expect(record).toMatchObject({ state: 'stands', doubt: { since: '2025-04-06' } });
  });

  test('stays where an answer tells nothing, and ends where the report is back', () => {
    const gone = [
      [0, missing],
      [1, missing],
    ] satisfies [number, Answer][];
    expect(recordAfter(...gone, [9, untold('403')], [40, noHost]).record.state).toBe('gone');
    const back = recordAfter(...gone, [9, article()]);
    expect(back.record).toMatchObject({ state: 'stands', since: '2025-04-10' });
    expect(back.record).not.toHaveProperty('doubt');
    expect(back.news.at(-1)).toBe('back');
  });
});

describe('what tells nothing is never dead', () => {
  test.each([
    '401',
    '403',
    '429',
    '451',
    '500',
    '503',
    'challenge',
    'timeout',
    'robots',
    'no-text',
  ])('%s on every day of a year', (why) => {
    const days = Array.from(
      { length: 12 },
      (_, month) => [month * 30 + 1, untold(why)] as [number, Answer],
    );
    const { record, news } = recordAfter([0, article()], ...days);
    expect(record).toMatchObject({ state: 'stands', silent: { why, since: '2025-04-02' } });
    expect(news.join('')).toBe('');
    expect(recordAfter(...days).record.state).toBe('untold');
  });

  test('a host that is unknown is gone after thirty days of nothing else', () => {
    const begun = recordAfter([0, article()], [1, noHost], [HOST_GONE_AFTER, noHost]);
    expect(begun.record).toMatchObject({ state: 'stands', silent: { why: 'no-host' } });
    const ended = recordAfter(
      [0, article()],
      [1, noHost],
      [9, noHost],
      [HOST_GONE_AFTER + 1, noHost],
    );
    expect(ended.record).toMatchObject({ state: 'gone', since: '2025-04-02' });
    const answered = recordAfter(
      [0, article()],
      [1, noHost],
      [9, untold('timeout')],
      [HOST_GONE_AFTER + 1, noHost],
    );
    expect(answered.record.state).toBe('stands');
  });
});

describe('a redirect', () => {
  const NEW = 'https://news.example/2025/1.html';
  const OTHER = '某地召开会议部署下半年工作。会议要求各部门抓好落实，确保任务完成。';
  const other = (permanent: boolean): Answer => ({
    kind: 'article',
    url: NEW,
    permanent,
    article: fingerprintOf({ headline: '某地召开会议', paragraphs: [OTHER] }),
  });

  test('that is permanent and leads to the article is a move', () => {
    const { record, news } = recordAfter(
      [0, article()],
      [1, article(TEXT, { url: NEW, permanent: true })],
    );
    expect(record).toMatchObject({ state: 'moved', to: NEW, since: '2025-04-02' });
    expect(news).toEqual(['', 'moved']);
  });

  test('that is temporary, or leads to the same page by another spelling, is none', () => {
    expect(recordAfter([0, article(TEXT, { url: NEW })]).record.state).toBe('stands');
    for (const url of [
      'http://www.news.example/a/1.html?from=x',
      'https://m.news.example/a/1.html',
    ])
      expect(recordAfter([0, article(TEXT, { url, permanent: true })]).record).not.toHaveProperty(
        'to',
      );
  });

  test('to another page than the one that was read is no move: gone if permanent, else nothing is told', () => {
    expect(recordAfter([0, article()], [1, other(true)], [2, other(true)]).record).toMatchObject({
      state: 'gone',
      doubt: { why: 'elsewhere' },
    });
    const temporary = recordAfter([0, article()], [1, other(false)], [2, other(false)]);
    expect(temporary.record).toMatchObject({ state: 'stands', silent: { why: 'elsewhere' } });
  });
});

describe('a change', () => {
  const changed = article(TEXT.replace('1024', '1042'));

  test('is told once, and again where it changes once more', () => {
    const { record, news } = recordAfter(
      [0, article()],
      [1, changed],
      [2, changed],
      [3, article(TEXT.replace('1024', '1043'))],
    );
    expect(record).toMatchObject({
      state: 'changed',
      since: '2025-04-02',
      change: { kinds: ['figure'] },
    });
    expect(record.print?.day).toBe(DAY);
    expect(news).toEqual(['', 'changed', '', 'changed']);
  });

  test('that was taken back is told', () => {
    const { record, news } = recordAfter([0, article()], [1, changed], [2, article()]);
    expect(record).toMatchObject({ state: 'stands', since: '2025-04-03' });
    expect(record).not.toHaveProperty('change');
    expect(news.at(-1)).toBe('back');
  });
});
