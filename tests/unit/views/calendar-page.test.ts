import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { EventList } from '#components/EventList.tsx';
import { calendarPage, calendarYears } from '#lib/views/calendar.ts';
import { frontPage } from '#lib/views/front-page.ts';
import { archiveOfFacts, eventFact } from '#tests/support/desk-facts.ts';
import { archiveOf, issueOf } from '#tests/support/stories.ts';

const issues = {
  '2025-06-16': [
    {
      title: '各种日子',
      events: [
        eventFact('世界知识产权日', '2025-04-26'),
        eventFact('北京国际图书博览会', '2025-06-18..2025-06-22', 'event', {
          year: 'nearest' as const,
        }),
        eventFact('专项治理', '2025-05..2025-11', 'campaign'),
        eventFact('跨年巡展', '2025-12-20..2026-01-10'),
        eventFact('特展', '..2025-07-04', 'campaign'),
        eventFact('展览季', '2025-08..', 'campaign'),
        eventFact('某办法征求意见', '2025-06-01..2025-07-15', 'deadline'),
        eventFact('某办法施行', '2026-01-01', 'in force'),
      ],
    },
    { title: '又一条', events: [eventFact('某办法施行', '2026-01-01', 'in force')] },
  ],
};

describe('the calendar', () => {
  test('looks forward from the newest issue: what is to come or running comes first', async () => {
    const archive = await archiveOfFacts(issues);
    const names = ['北京国际图书博览会', '特展', '某办法征求意见', '展览季', '专项治理'];
    expect(frontPage(archive).coming.map(({ name }) => name)).toEqual(names);
    const page = calendarPage(archive, {});
    expect(page?.coming.map(({ name }) => name)).toEqual([...names, '跨年巡展', '某办法施行']);
    expect(page?.period).toBe('2025年');
    expect(calendarPage(archive, { year: '2025' })?.coming).toEqual([]);
  });

  test('lists each event once, by the month in which it begins, with the items that name it', async () => {
    const archive = await archiveOfFacts(issues);
    const byMonth = calendarPage(archive, { year: '2025' })?.byMonth;
    expect(byMonth?.map(({ month, events }) => [month, ...events.map(({ name }) => name)])).toEqual(
      [
        [4, '世界知识产权日'],
        [5, '专项治理'],
        [6, '北京国际图书博览会'],
        [7, '特展', '某办法征求意见'],
        [8, '展览季'],
        [12, '跨年巡展'],
      ],
    );
    const [event] = calendarPage(archive, { year: '2026' })?.byMonth[0]?.events ?? [];
    expect(event?.told.shown.map(({ title }) => title)).toEqual(['各种日子', '又一条']);
  });

  test('prints days with their years, months and open ends, and what kind each event is', async () => {
    const archive = await archiveOfFacts(issues);
    const events = calendarPage(archive, {})?.coming ?? [];
    const html = renderToStaticMarkup(createElement(EventList, { events }));
    const lines = html.split('</li>').map((line) => line.replace(/<[^>]+>/g, '').trim());
    expect(lines).toEqual([
      '2025年6月18日至6月22日 活动北京国际图书博览会',
      '至2025年7月4日 期间特展',
      '2025年7月15日 截止某办法征求意见',
      '2025年8月起 期间展览季',
      '2025年5月至11月 期间专项治理',
      '2025年12月20日至2026年1月10日 活动跨年巡展',
      '2026年1月1日 施行某办法施行（又见2025年6月16日）',
      '',
    ]);
    expect(html).toContain('<time dateTime="2025-05">2025年5月</time>');
    expect(html).toContain('title="消息里没有写年份，取离刊期最近的一年"');
  });

  test('has a page for the year in which something happens, whatever the year of its issue', async () => {
    const archive = await archiveOf({
      '2025-12-29': issueOf(['办法明年施行', '《数据办法》自2026年1月1日起施行。']),
    });
    expect([...calendarYears(archive).keys()]).toEqual(['2026']);
    expect(calendarPage(archive, {})).toMatchObject({
      period: '2026年',
      coming: [{ name: '数据办法施行', to: { date: '2026-01-01' } }],
    });
    expect(calendarPage(archive, { year: '2025' })).toBe(undefined);
  });
});
