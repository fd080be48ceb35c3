import { describe, expect, test } from 'vitest';
import { actsOf } from '#lib/desk/lists/acts.ts';
import { casesOf } from '#lib/desk/lists/cases.ts';
import { eventsOf } from '#lib/desk/lists/events.ts';
import { sentenceOf } from '#lib/desk/lists/quotations.ts';
import { withDesk } from '#tests/support/desk-entries.ts';
import {
  actFact,
  archiveOfFacts,
  caseFact,
  eventFact,
  type FactItem,
  sumOf,
} from '#tests/support/desk-facts.ts';

const QUOTE = '这一句说了这件事，并且说完了。';

/** The lists of one item, which is called 某条, with and without what an editor says of it. */
async function listsOf(item: Omit<FactItem, 'title'>, entry: string) {
  const archive = await archiveOfFacts({ '2025-03-31': [{ title: '某条', ...item }] });
  const corrected = withDesk(archive, `- item: <某条>\n${entry.replace(/^/gm, '  ')}`);
  return {
    acts: actsOf(corrected).all.map(({ name, type, state, steps }) => [
      `${name} ${state} ${type}`,
      ...steps.map(({ step, day, told }) => [step, day, sentenceOf(told[0])]),
    ]),
    cases: casesOf(corrected).all,
    events: eventsOf(corrected).map(({ name, kind, from, to, told }) => [
      `${name} ${kind} ${from}..${to}`,
      sentenceOf(told[0]),
    ]),
    corrected,
  };
}

describe('a law in desk.yml', () => {
  const acts = [actFact('数据法', 'adopted', '2025-03-20'), actFact('数据法', 'in force')];

  test('has its steps in place of those that were read; one that was read too keeps its sentence', async () => {
    const { acts: listed } = await listsOf(
      { acts },
      'laws: [{ name: 《数据法》, steps: [通过 2025-03-20, 施行 2025-07] }]',
    );
    expect(listed).toEqual([
      ['数据法 中国 law', ['adopted', '2025-03-20', QUOTE], ['in force', '2025-07', undefined]],
    ]);
  });

  test('keeps what the entry does not give, also under another name', async () => {
    const { acts: listed } = await listsOf(
      { acts },
      'laws: [{ name: 丹麦数据条例, was: 数据法, of: 丹麦, kind: 法规与规章 }]',
    );
    expect(listed).toEqual([
      [
        '丹麦数据条例 丹麦 regulation',
        ['adopted', '2025-03-20', QUOTE],
        ['in force', undefined, QUOTE],
      ],
    ]);
  });

  test('is added where none was read, with the type that its name tells', async () => {
    const { acts: listed } = await listsOf({}, 'laws: [{ name: 某省著作权条例, steps: [审议] }]');
    expect(listed).toEqual([
      ['某省著作权条例 undefined regulation', ['deliberation', undefined, undefined]],
    ]);
  });

  test('without a step is only mentioned', async () => {
    const { acts: listed } = await listsOf({ acts }, 'laws: [{ name: 数据法, steps: [] }]');
    expect(listed).toEqual([]);
  });

  test('takes the day from which it applies into the calendar', async () => {
    const events = [
      eventFact('数据法施行', '2025-06-01', 'in force'),
      eventFact('某会', '2025-06-01'),
    ];
    const read = [actFact('数据法', 'in force', '2025-06-01')];
    const { events: listed } = await listsOf(
      { acts: read, events },
      'laws: [{ name: 数据法, steps: [施行 2025-07-01] }]',
    );
    expect(listed).toEqual([
      ['某会 event 2025-06-01..2025-06-01', QUOTE],
      ['数据法施行 in force 2025-07-01..2025-07-01', undefined],
    ]);
  });
});

describe('a case in desk.yml', () => {
  const read = caseFact(['作家', 'Anthropic'], ['裁定 2025-06-23', '和解']);

  test('is the one with the same name, number or party, and keeps what the entry does not give', async () => {
    for (const which of [
      'name: 作家诉Anthropic案',
      'was: 作家诉Anthropic案',
      'defendants: [ANTHROPIC]',
    ])
      expect(
        (await listsOf({ cases: [read] }, `cases:\n  - ${which}\n    courts: [某法院]`)).cases,
      ).toMatchObject([{ courts: ['某法院'], plaintiffs: ['作家'], steps: [{}, {}] }]);
  });

  test('has steps, sums and sentences of the entry in place of those that were read', async () => {
    const { cases } = await listsOf(
      { cases: [{ ...read, sums: [sumOf('award', 10_000), sumOf('claim', 20_000)] }] },
      `cases:
  - defendants: [Anthropic]
    of: 美国
    numbers: ['(2025) 京 0491 民初 1 号', '3:24-cv-05417']
    steps: [裁定 2025-06-23, 一审判决 2025-09]
    sums: [判赔 1万元, 和解金 15亿美元]
    sentences: [有期徒刑三年]`,
    );
    expect(cases).toHaveLength(1);
    const [only] = cases;
    expect(only?.steps.map(({ step, day, told }) => [step, day, sentenceOf(told[0])])).toEqual([
      ['裁定', '2025-06-23', QUOTE],
      ['一审', '2025-09', undefined],
    ]);
    expect(only?.sums.map(({ role, amount, currency }) => [role, amount, currency])).toEqual([
      ['award', 10_000, 'CNY'],
      ['settlement', 1_500_000_000, 'USD'],
    ]);
    expect(only).toMatchObject({
      state: '美国',
      numbers: ['（2025）京0491民初1号', '3:24-cv-05417'],
      sentences: ['有期徒刑三年'],
    });
  });

  test('leaves the others their addresses when it is hidden, or left without a step', async () => {
    const cases = [read, caseFact(['甲公司', '乙公司'], ['一审'])];
    for (const entry of [
      'hide: [作家诉Anthropic案]',
      'cases: [{ defendants: [Anthropic], steps: [] }]',
    ])
      expect(
        (await listsOf({ cases }, entry)).cases.map(({ id, name }) => [id.slice(-2), name]),
      ).toEqual([['-2', '甲公司诉乙公司案']]);
  });

  test('is added beside those that were read', async () => {
    const { cases } = await listsOf(
      {},
      'cases: [{ plaintiffs: [甲], defendants: [乙], steps: [起诉] }]',
    );
    expect(cases.map(({ name }) => name)).toEqual(['甲诉乙案']);
  });
});

describe('an event in desk.yml', () => {
  test('has the days of the entry, and is added where it was not read', async () => {
    const { events } = await listsOf(
      { events: [eventFact('某节', '2025-04-25')] },
      'events: [{ name: 某节, days: 2025-04-26 }, { name: 某行动, days: 2025-05.., kind: 期间 }, { name: 某赛投稿, days: 2025-06-01, kind: 截止 }]',
    );
    expect(events).toEqual([
      ['某节 event 2025-04-26..2025-04-26', undefined],
      ['某行动 campaign 2025-05..undefined', undefined],
      ['某赛投稿 deadline undefined..2025-06-01', undefined],
    ]);
  });

  test('keeps its days and its sentence under another name', async () => {
    const { events } = await listsOf(
      { events: [eventFact('第一届某节', '2025-04-25')] },
      'events: [{ name: 某节, was: 第一届某节, kind: 期间 }]',
    );
    expect(events).toEqual([['某节 campaign 2025-04-25..2025-04-25', QUOTE]]);
  });
});

test('what an entry hides is not listed', async () => {
  const { acts, cases, events } = await listsOf(
    {
      acts: [actFact('数据法', 'adopted')],
      cases: [caseFact(['甲', '乙'], ['一审'])],
      events: [eventFact('某节', '2025-04-25'), eventFact('某会', '2025-04-25')],
    },
    'hide: [数据法, 甲诉乙案, 某节]',
  );
  expect([acts, cases, events.map(([name]) => name)]).toEqual([
    [],
    [],
    ['某会 event 2025-04-25..2025-04-25'],
  ]);
});
