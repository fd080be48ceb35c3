import { describe, expect, test } from 'vitest';
import { comingEvents, eventsOf } from '#lib/desk/lists/events.ts';
import { eventsOfActs, hearingsOfCases } from '#lib/desk/lists/own-events.ts';
import { sentenceOf } from '#lib/desk/lists/quotations.ts';
import {
  actFact,
  archiveOfFacts,
  caseFact,
  eventFact,
  type FactItem,
} from '#tests/support/desk-facts.ts';

describe('the events', () => {
  test('are in order, and one that several items name is one', async () => {
    const archive = await archiveOfFacts({
      '2025-06-16': [
        { title: '书展', events: [eventFact('北京国际图书博览会', '2025-06-18..2025-06-22')] },
        { title: '日子', events: [eventFact('世界知识产权日', '2025-04-26')] },
      ],
      '2025-06-23': [
        {
          title: '又书展',
          events: [eventFact('第三十一届北京国际图书博览会', '2025-06-18..2025-06-22')],
        },
        { title: '别的书展', events: [eventFact('北京国际图书博览会', '2025-06-18..2025-06-20')] },
        {
          title: '同一天',
          events: [eventFact('北京国际图书博览会', '2025-06-18..2025-06-22', 'campaign')],
        },
      ],
    });
    expect(eventsOf(archive).map(({ name, kind, told }) => [name, kind, told.length])).toEqual([
      ['世界知识产权日', 'event', 1],
      ['第三十一届北京国际图书博览会', 'event', 2],
      ['北京国际图书博览会', 'event', 1],
      ['北京国际图书博览会', 'campaign', 1],
    ]);
  });

  test('of acts are one only if the acts are: a name may be the end of another', async () => {
    const names = ['数据条例施行', '公共数据条例施行', '数据条例施行'];
    const issues = names.map((name, index): [string, FactItem[]] => [
      `2025-06-0${index + 1}`,
      [{ title: name, events: [eventFact(name, '2025-09-01', 'in force')] }],
    ]);
    const archive = await archiveOfFacts(Object.fromEntries(issues));
    expect(eventsOf(archive).map(({ name, told }) => [name, told.length])).toEqual([
      ['数据条例施行', 2],
      ['公共数据条例施行', 1],
    ]);
  });

  test('have no inferred year where one of the items writes it', async () => {
    const year = async (...basis: ('nearest' | 'written')[]) => {
      const issues = basis.map((each, index): [string, FactItem[]] => [
        `2025-06-0${index + 1}`,
        [{ title: '大会', events: [eventFact('大会', '2025-09-01', 'event', { year: each })] }],
      ]);
      return eventsOf(await archiveOfFacts(Object.fromEntries(issues)))[0]?.year;
    };
    expect(await year('nearest', 'nearest')).toBe('nearest');
    expect(await year('nearest', 'written')).toBe('written');
    expect(await year('written', 'nearest')).toBe('written');
  });

  test('last from the first to the last day of their months; a deadline is its last day', async () => {
    const events = [
      eventFact('专项行动', '2025-05..2025-11', 'campaign'),
      eventFact('巡展', '2025-12..', 'campaign'),
      eventFact('特展', '..2025-02', 'campaign'),
      eventFact('某办法征求意见', '2025-05-01..2025-05-20', 'deadline'),
    ];
    const archive = await archiveOfFacts({ '2025-06-16': [{ title: '都有', events }] });
    const days = new Map(eventsOf(archive).map((event) => [event.name, event.days]));
    expect(Object.fromEntries(days)).toEqual({
      特展: { first: '2025-02-28', last: '2025-02-28' },
      专项行动: { first: '2025-05-01', last: '2025-11-30' },
      某办法征求意见: { first: '2025-05-20', last: '2025-05-20' },
      巡展: { first: '2025-12-01', last: '2025-12-01' },
    });
  });

  test('to come are those after the newest issue, and those of several days that are running', async () => {
    const events = [
      eventFact('昨天的会', '2025-06-15'),
      eventFact('今天的会', '2025-06-16'),
      eventFact('明天的会', '2025-06-17'),
      eventFact('正在办的展', '2025-06-10..2025-06-20'),
      eventFact('今天结束的展', '2025-06-10..2025-06-16'),
      eventFact('专项行动', '2025-05..2025-11', 'campaign'),
      eventFact('没有写结束的展', '2025-06-01..', 'campaign'),
      eventFact('将要开始的展', '2025-07-01..', 'campaign'),
    ];
    const archive = await archiveOfFacts({ '2025-06-16': [{ title: '都有', events }] });
    expect(comingEvents(archive).map(({ name }) => name)).toEqual([
      '今天结束的展',
      '明天的会',
      '正在办的展',
      '将要开始的展',
      '专项行动',
    ]);
  });

  test('of one item are told apart where they are of one kind on one day', async () => {
    const archive = await archiveOfFacts({
      '2025-06-16': [
        {
          title: '两部',
          events: [
            eventFact('甲办法施行', '2025-09-01', 'in force'),
            eventFact('乙办法施行', '2025-09-01', 'in force'),
          ],
        },
        { title: '三部', events: [eventFact('丙办法施行', '2025-09-01', 'in force')] },
      ],
    });
    expect(eventsOf(archive).map(({ name, ordinal }) => [name, ordinal])).toEqual([
      ['甲办法施行', 1],
      ['乙办法施行', 2],
      ['丙办法施行', 1],
    ]);
  });
});

test('an act has the days from which it applies and its deadlines, a case its hearings', async () => {
  const archive = await archiveOfFacts({
    '2025-06-16': [
      {
        title: '办法',
        acts: [actFact('数据办法', 'consultation')],
        events: [
          eventFact('数据办法征求意见', '2025-07-01', 'deadline'),
          eventFact('数据办法施行', '2025-09-01', 'in force'),
          eventFact('别的办法施行', '2025-09-01', 'in force'),
          eventFact('数据办法研讨会', '2025-09-02'),
        ],
      },
      {
        title: '开庭',
        cases: [caseFact(['甲公司', '乙公司'], ['起诉']), caseFact(['丙公司', '丁公司'], ['起诉'])],
        events: [eventFact('丙公司诉丁公司案开庭', '2025-07-01', 'hearing')],
      },
    ],
  });
  const names = (own: ReturnType<typeof eventsOfActs>) =>
    Array.from(own.values(), (events) => events.map(({ name }) => name));
  expect(names(eventsOfActs(archive))).toEqual([['数据办法征求意见', '数据办法施行']]);
  expect(names(hearingsOfCases(archive))).toEqual([['丙公司诉丁公司案开庭']]);
});

test('a quotation is the whole sentence, as the item writes it', async () => {
  const text = '头一句不相干。「這一句」說了這件事，並且說完了！後一句也不相干';
  const events = [
    eventFact('活动', '2025-06-18', 'event', { clause: { part: 'text', start: 7, end: 17 } }),
    eventFact('节日', '2025-06-19', 'event', { clause: { part: 'title', start: 0, end: 2 } }),
  ];
  const archive = await archiveOfFacts({
    '2025-06-16': [{ title: '標題，就是這樣', text, events }],
  });
  expect(eventsOf(archive).map(({ told: [first] }) => sentenceOf(first))).toEqual([
    '「這一句」說了這件事，並且說完了！',
    '標題，就是這樣',
  ]);
});
