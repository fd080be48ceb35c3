import { describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import type { EventFact } from '#lib/desk/facts.ts';
import { calendarFiles } from '#lib/syndication/calendar-files.ts';
import { writeCalendar } from '#lib/syndication/write-calendar.ts';
import { readCalendar } from '#tests/support/calendars.ts';
import { actFact, archiveOfFacts, caseFact, eventFact } from '#tests/support/desk-facts.ts';
import { readShipped } from '#tests/support/shipped.ts';

const DATE = '2025-06-16';

/** An archive of one issue, each item of which has events. */
async function archiveWith(...items: [title: string, ...events: EventFact[]][]): Promise<Archive> {
  return archiveOfFacts({ [DATE]: items.map(([title, ...events]) => ({ title, events })) });
}

async function calendarOf(archive: Archive, path = '/calendar.ics'): Promise<string> {
  const file = calendarFiles(archive).find((each) => each.path === path);
  if (file === undefined) throw new Error(`there is no ${path}`);
  return writeCalendar(file.props());
}

/** The events of a calendar: name, first day, number of days. */
const daysIn = (text: string) =>
  readCalendar(text).map(({ name, start, days }) => [name, start, days]);

describe('a calendar', () => {
  test('is read back by two other programs: the event’s name, whole days, the sentence behind it', async () => {
    const archive = await archiveWith(
      ['宣传周将办', eventFact('知识产权宣传周', '2025-07-20..2025-07-26')],
      ['AI新规', eventFact('数据办法施行', '2025-09-01', 'in force')],
    );
    const text = await calendarOf(archive);
    expect(daysIn(text)).toEqual([
      ['知识产权宣传周', '2025-07-20', 7],
      ['数据办法施行', '2025-09-01', 1],
    ]);
    const rule = readCalendar(text)[1];
    const id = archive.issues[0]?.sections[0]?.items[1]?.id;
    const address = `https://digest.example/issues/${DATE}/${id}`;
    expect(rule).toMatchObject({ url: address, kinds: '施行' });
    expect(rule?.description.split('\n')).toEqual([
      '这一句说了这件事，并且说完了。',
      '试刊 2025年6月16日',
      '来源：证券日报',
      address,
    ]);
    expect(rule?.stamp).toMatch(/^2025-06-1[56]T.*Z$/);
  });

  test('has months from their first to their last day, and of an open end the day that is known', async () => {
    const archive = await archiveWith([
      '各种',
      eventFact('专项治理', '2025-05..2025-11', 'campaign'),
      eventFact('特展', '..2025-02', 'campaign'),
      eventFact('展览季', '2025-08..', 'campaign'),
      eventFact('办法征求意见', '2025-06-01..2025-07-15', 'deadline'),
    ]);
    const text = await calendarOf(archive);
    expect(daysIn(text)).toEqual([
      ['特展', '2025-02-28', 1],
      ['专项治理', '2025-05-01', 214],
      ['办法征求意见', '2025-07-15', 1],
      ['展览季', '2025-08-01', 1],
    ]);
    const notes = readCalendar(text).map(({ description }) => description.split('\n')[1]);
    expect(notes).toEqual([
      '消息里没有写从哪天开始，这里只记最后一天',
      '试刊 2025年6月16日',
      '试刊 2025年6月16日',
      '消息里没有写到哪天为止，这里只记第一天',
    ]);
  });

  test('ends on the last day that has a date', async () => {
    const archive = await archiveWith(['活动', eventFact('大会', '2025-07-20')]);
    const [file] = calendarFiles(archive);
    if (file === undefined) throw new Error('there is no calendar');
    const { events, ...source } = file.props();
    for (const first of ['9999-12-31', '9999-12-29'] as const) {
      const days = { first, last: '9999-12-31' as const };
      const [event] = readCalendar(
        writeCalendar({ ...source, events: events.map((each) => ({ ...each, days })) }),
      );
      expect(event).toMatchObject({ start: first, days: first === '9999-12-31' ? 1 : 3 });
    }
  });

  test('has lines of at most 75 octets that end as the standard wants, no character cut', async () => {
    const name = `${'很长的名称，'.repeat(20)}😀𠮷；\\,`;
    const text = await calendarOf(await archiveWith(['活动', eventFact(name, '2025-07-20')]));
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain('\uFFFD');
    }
    expect(readCalendar(text)[0]?.name).toBe(name);
  });
});

describe('the id of an event', () => {
  const uids = (text: string) => readCalendar(text).map(({ uid }) => uid);

  test('is the same wherever and whenever it is written, and made as it has always been', async () => {
    const archive = await archiveWith(['活动', eventFact('大会', '2025-07-20')]);
    const first = await calendarOf(archive);
    expect(await calendarOf(archive)).toBe(first);
    const moved = { ...archive, site: { ...archive.site, origin: 'http://localhost:3000' } };
    const id = archive.issues[0]?.sections[0]?.items[0]?.id;
    const expected = `tag:digest.example,2025:${DATE}/${id}/${encodeURIComponent('活动')}/2025-07-20`;
    expect([uids(first), uids(await calendarOf(moved))]).toEqual([[expected], [expected]]);
  });

  test('stays the same where a later item names the event too, and no two events share one', async () => {
    const events = [
      eventFact('甲办法施行', '2025-09-01', 'in force'),
      eventFact('乙办法施行', '2025-09-01', 'in force'),
    ];
    const before = { [DATE]: [{ title: '两部', events }] };
    const after = { ...before, '2025-06-23': [{ title: '又说', events: events.slice(1) }] };
    const old = uids(await calendarOf(await archiveOfFacts(before)));
    expect(new Set(old).size).toBe(2);
    expect(uids(await calendarOf(await archiveOfFacts(after)))).toEqual(old);
  });
});

describe('there is a calendar', () => {
  test('of a topic with its items, and of an act and a case with their days', async () => {
    const archive = await archiveOfFacts({
      [DATE]: [
        { title: 'AI大会', events: [eventFact('AI大会', '2025-07-20')] },
        {
          title: '办法与案件',
          acts: [actFact('数据办法', 'adopted')],
          cases: [caseFact(['甲公司', '乙公司'], ['起诉'])],
          events: [
            eventFact('数据办法施行', '2025-09-01', 'in force'),
            eventFact('甲公司诉乙公司案开庭', '2025-07-01', 'hearing'),
          ],
        },
      ],
    });
    const files = calendarFiles(archive).map(({ path }) => path);
    const id = archive.issues[0]?.sections[0]?.items[1]?.id;
    expect(files).toEqual([
      '/calendar.ics',
      '/topics/ai/calendar.ics',
      `/laws/${encodeURIComponent('数据办法')}/calendar.ics`,
      `/cases/${DATE}-${id}/calendar.ics`,
    ]);
    const names = await Promise.all(files.map((path) => calendarOf(archive, path)));
    expect(names.map((text) => readCalendar(text).map(({ name }) => name))).toEqual([
      ['甲公司诉乙公司案开庭', 'AI大会', '数据办法施行'],
      ['AI大会'],
      ['数据办法施行'],
      ['甲公司诉乙公司案开庭'],
    ]);
  });

  test('only where there is an event', async () => {
    expect(calendarFiles(await archiveWith(['无事']))).toEqual([]);
  });
});

test('each calendar of the shipped issues is read by two programs alike', async () => {
  const files = calendarFiles(await readShipped());
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const props = file.props();
    const names = readCalendar(writeCalendar(props)).map(({ name }) => name);
    expect(names).toEqual(props.events.map(({ name }) => name));
  }
});
