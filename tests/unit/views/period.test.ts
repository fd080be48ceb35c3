import { describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { addDays, type IsoDate } from '#lib/site/dates.ts';
import { calendarPage } from '#lib/views/calendar.ts';
import { casesPage } from '#lib/views/cases.ts';
import { lawsPage } from '#lib/views/laws.ts';
import { pagesOf } from '#lib/views/pages.ts';
import { sectionPage } from '#lib/views/subjects.ts';
import type { TimelineProps } from '#lib/views/timeline.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { actFact, archiveOfFacts, caseFact, eventFact } from '#tests/support/desk-facts.ts';
import { readArchive } from '#tests/support/feeds.ts';

const ID = 'industry';

/** An archive of weekly issues from a day on, each with so many items in one section. */
async function weekly(first: IsoDate, issues: number, items: number): Promise<Archive> {
  const files = Array.from({ length: issues }, (_, week): [string, string] => [
    `${addDays(first, 7 * week)}.md`,
    sampleIssue(week + 1, items),
  ]);
  return readArchive(contentFolderWith(Object.fromEntries(files)));
}

function page(archive: Archive, year?: string): TimelineProps | undefined {
  return sectionPage(archive, { id: ID, ...(year === undefined ? {} : { year }) });
}

const titles = (shown: TimelineProps | undefined) =>
  shown?.groups.flatMap(({ issue, items }) => items.map(({ id }) => `${issue.date} ${id}`));
const paths = (archive: Archive) =>
  pagesOf(archive).flatMap(({ kind, path }) =>
    kind === 'section' && path.includes(ID) ? [path] : [],
  );

describe('a year of 300 items', () => {
  test('is one page', async () => {
    const archive = await weekly('2025-01-06', 50, 6);
    expect(paths(archive)).toEqual([`/sections/${ID}`, `/sections/${ID}/2025`]);
    expect(page(archive)).toMatchObject({ period: '2025年', months: [] });
    expect(titles(page(archive))).toHaveLength(300);
    expect(page(archive, '2025-03')).toBe(undefined);
  });
});

describe('a longer year', () => {
  const long = () => weekly('2024-12-02', 50, 7);

  test('has a page for each month, and a page of its own', async () => {
    const archive = await long();
    const months = ['11', '10', '09', '08', '07', '06', '05', '04', '03', '02', '01'];
    expect(paths(archive)).toEqual([
      `/sections/${ID}`,
      `/sections/${ID}/2025`,
      ...months.map((month) => `/sections/${ID}/2025-${month}`),
      `/sections/${ID}/2024`,
    ]);
  });

  test('has every item on one page of a month and no other', async () => {
    const archive = await long();
    const all = page(archive, '2025')?.months.flatMap(
      ({ month }) => titles(page(archive, month)) ?? [],
    );
    const expected = archive.issues
      .filter(({ date }) => date.startsWith('2025'))
      .flatMap(({ date, sections }) =>
        sections.flatMap(({ items }) => items.map(({ id }) => `${date} ${id}`)),
      );
    expect(all).toEqual(expected);
    expect(expected.length).toBeGreaterThan(300);
  });

  test('shows its newest month on its own page, and links the other months', async () => {
    const archive = await long();
    const year = page(archive, '2025');
    expect(year).toMatchObject({ period: '2025年11月', previous: { label: '2025年10月' } });
    expect(year?.months.filter(({ current }) => current)).toEqual([
      { month: '2025-11', path: `/sections/${ID}/2025-11`, current: true },
    ]);
    expect(year?.years.map(({ year: each, current }) => [each, current])).toEqual([
      ['2025', true],
      ['2024', false],
    ]);
    expect(year?.head.description).toContain('2025年共315条');
    expect(page(archive)?.groups).toEqual(year?.groups);
  });

  test('links the months before and after each month', async () => {
    const archive = await long();
    expect(page(archive, '2025-10')).toMatchObject({
      period: '2025年10月',
      previous: { path: `/sections/${ID}/2025-09` },
      next: { path: `/sections/${ID}/2025-11` },
    });
    expect(page(archive, '2025-01')?.previous).toBe(undefined);
    for (const none of ['2025-12', '2025-13', '2025-1', '2024-12', '2023', '2025-'])
      expect(page(archive, none)).toBe(undefined);
  });
});

describe('the law desk of a longer year', () => {
  /** Weekly issues of seven items, each of which tells a step of an act, a case and an event. */
  async function gathered(): Promise<Archive> {
    const issues = Array.from({ length: 50 }, (_, week) => {
      const date = addDays('2025-01-06', 7 * week);
      const items = Array.from({ length: 7 }, (_unused, index) => {
        const name = `第${week}周之${index}`;
        return {
          title: name,
          acts: [actFact(`${name}办法`, 'adopted', date)],
          cases: [caseFact([`${name}公司`, '乙公司'], [`一审 ${date}`])],
          events: [eventFact(`${name}大会`, addDays(date, 3))],
        };
      });
      return [date, items] as const;
    });
    return archiveOfFacts(Object.fromEntries(issues));
  }

  test('lists everything once on pages by month, and the newest issue on its first page', async () => {
    const archive = await gathered();
    const months = (kind: string) =>
      pagesOf(archive).flatMap(
        ({ path }) => new RegExp(`^/${kind}/(\\d{4}-\\d{2})$`).exec(path)?.[1] ?? [],
      );
    const states = months('laws').flatMap((year) => lawsPage(archive, { year })?.states ?? []);
    const acts = states.flatMap(({ types }) => types.flatMap((type) => type.acts));
    expect(new Set(acts.map(({ path }) => path)).size).toBe(350);
    expect(acts).toHaveLength(350);
    const cases = months('cases').flatMap((year) => casesPage(archive, { year })?.cases ?? []);
    expect(new Set(cases.map(({ path }) => path)).size).toBe(350);
    const events = months('calendar').flatMap(
      (year) => calendarPage(archive, { year })?.byMonth ?? [],
    );
    expect(events.flatMap((month) => month.events)).toHaveLength(350);
    for (const view of [lawsPage, casesPage, calendarPage]) {
      expect(view(archive, {})).toMatchObject({ period: '2025年12月' });
      expect(view(archive, { year: '2025-03' })).toMatchObject({
        period: '2025年3月',
        previous: { label: '2025年2月' },
        next: { label: '2025年4月' },
      });
      expect(view(archive, { year: '2024-03' })).toBe(undefined);
    }
  });
});
