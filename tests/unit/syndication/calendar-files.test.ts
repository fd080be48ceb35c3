import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { calendarFiles } from '#lib/syndication/calendar-files.ts';
import { writeCalendar } from '#lib/syndication/write-calendar.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';

const item = (title: string, text: string) =>
  `### ${title}\n\n${text}\n\n来源：光明日报、证券日报\n`;

async function archiveWith(...items: string[]): Promise<Archive> {
  return readArchive(contentFolderWith({ '2025-06-16.md': `## 产业要闻\n\n${items.join('\n')}` }));
}

async function calendarOf(archive: Archive, path = '/calendar.ics'): Promise<string> {
  const file = calendarFiles(archive).find((each) => each.path === path);
  if (file === undefined) throw new Error(`there is no ${path}`);
  return writeCalendar(file.props());
}

function eventsIn(text: string) {
  const component = new ICAL.Component(ICAL.parse(text));
  expect(component.name).toBe('vcalendar');
  return component.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
}

describe('a calendar', () => {
  test('is read back by another program: whole days, the last one left out, the item behind them', async () => {
    const archive = await archiveWith(
      item('宣传周将办', '宣传周定于7月20日至26日举办。'),
      item('AI新规', '办法自2025年9月1日起施行。'),
    );
    const [week, rule] = eventsIn(await calendarOf(archive));
    expect(week).toMatchObject({ summary: '活动：宣传周将办' });
    expect(week?.startDate.toString()).toBe('2025-07-20');
    expect(week?.startDate.isDate).toBe(true);
    expect(week?.endDate.toString()).toBe('2025-07-27');
    expect(rule?.summary).toBe('施行：AI新规');
    expect(rule?.startDate.toString()).toBe('2025-09-01');
    expect(rule?.endDate.toString()).toBe('2025-09-02');
    expect(rule?.component.getFirstPropertyValue('url')).toMatch(
      /^https:\/\/digest\.example\/issues\/2025-06-16#[0-9a-z]{6}$/,
    );
    expect(rule?.uid).toMatch(/^tag:/);
    expect(rule?.description).toContain('光明日报、证券日报');
    expect(rule?.component.getFirstPropertyValue('dtstamp')?.toString()).toMatch(
      /^2025-06-1[56]T.*Z$/,
    );
  });

  test('ends on the last day that has a date', async () => {
    const archive = await archiveWith(item('活动', '7月20日举办活动。'));
    const [file] = calendarFiles(archive);
    if (file === undefined) throw new Error('there is no calendar');
    const { events, ...source } = file.props();
    for (const from of ['9999-12-31', '9999-12-29'] as const) {
      const last = events.map((event) => ({ ...event, from, to: '9999-12-31' as const }));
      const [event] = eventsIn(writeCalendar({ ...source, events: last }));
      expect(event?.startDate.toString()).toBe(from);
      expect(event?.duration.days).toBe(from === '9999-12-31' ? 1 : 3);
    }
  });

  test('has lines of at most 75 octets that end as the standard wants, no character cut', async () => {
    const title = `${'很长的标题，'.repeat(20)}😀𠮷；\\,`;
    const text = await calendarOf(await archiveWith(item(title, '7月20日举办活动。')));
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\uFFFD');
    }
    expect(eventsIn(text)[0]?.summary).toBe(`活动：${title.replace('\\,', ',')}`);
  });

  test('is the same wherever and whenever it is written, and its events keep their ids', async () => {
    const archive = await archiveWith(item('活动', '7月20日举办活动。'));
    const first = await calendarOf(archive);
    expect(await calendarOf(archive)).toBe(first);
    const moved = { ...archive, site: { ...archive.site, origin: 'http://localhost:3000' } };
    const uids = (text: string) => eventsIn(text).map(({ uid }) => uid);
    expect(uids(await calendarOf(moved))).toEqual(uids(first));
    expect(new Set(uids(first)).size).toBe(1);
  });

  test('of a topic has only its items, and is not written where it has none', async () => {
    const archive = await archiveWith(
      item('AI大会', '7月20日举办AI大会。'),
      item('书展', '7月21日举办书展。'),
    );
    expect(calendarFiles(archive).map(({ path }) => path)).toEqual([
      '/calendar.ics',
      '/topics/ai/calendar.ics',
    ]);
    const events = eventsIn(await calendarOf(archive, '/topics/ai/calendar.ics'));
    expect(events.map(({ summary }) => summary)).toEqual(['活动：AI大会']);
    expect(calendarFiles(await archiveWith(item('无事', '没有日子。')))).toEqual([]);
  });
});
