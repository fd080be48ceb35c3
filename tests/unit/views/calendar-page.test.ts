import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { comingEvents } from '#lib/desk/calendar.ts';
import { calendarPage, calendarYears } from '#lib/views/calendar.ts';
import { frontPage } from '#lib/views/front-page.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { issueOf } from '#tests/support/stories.ts';

let shipped: Archive;
beforeAll(async () => {
  shipped = await readArchive(join(import.meta.dirname, '../../../content'));
});

describe('the calendar', () => {
  test('looks forward from the newest issue, not from today', () => {
    expect(comingEvents(shipped).map(({ from, role }) => [from, role])).toEqual([
      ['2025-10-15', 'applies from'],
    ]);
    expect(frontPage(shipped).coming).toEqual([
      {
        from: '2025-10-15',
        to: '2025-10-15',
        role: '施行',
        item: expect.objectContaining({ title: '新修订的反不正当竞争法获通过' }),
      },
    ]);
  });

  test('lists each day of an item once, by month, and leaves out days of publication', () => {
    const page = calendarPage(shipped, { year: '2025' });
    expect(page?.coming).toEqual([]);
    expect(page?.byMonth.map(({ month }) => month)).toEqual([3, 4, 6, 7, 8, 9, 10]);
    const events = page?.byMonth.flatMap((each) => each.events) ?? [];
    expect(events.map(({ from }) => from)).toEqual(events.map(({ from }) => from).sort());
    expect(
      new Set(events.map(({ from, role, item }) => `${from} ${role} ${item.date} ${item.id}`)).size,
    ).toBe(events.length);
    expect(events.filter(({ item }) => item.title.startsWith('泡泡玛特2024年'))).toEqual([]);
  });

  test('has a page for the year in which something happens, whatever the year of its issue', async () => {
    const archive = await readArchive(
      contentFolderWith({
        '2025-12-29.md': issueOf(['办法明年施行', '办法自2026年1月1日起施行。']),
      }),
    );
    expect([...calendarYears(archive).keys()]).toEqual(['2026']);
    expect(calendarPage(archive, {})).toMatchObject({
      period: '2026年',
      coming: [{ from: '2026-01-01' }],
    });
    expect(calendarPage(archive, { year: '2025' })).toBe(undefined);
  });
});
