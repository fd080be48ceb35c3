import type { IsoDate } from '#lib/site/dates.ts';
import { onceEach, onceText } from '#lib/site/once.ts';
import type { Issue, IssueSection, Item } from './issue.ts';

/** The day on which an issue last changed: the day of its newest correction, or its own. */
export function updatedOn(date: IsoDate, sections: readonly IssueSection[]): IsoDate {
  const corrected = sections
    .flatMap((section) => section.items)
    .flatMap((item) => item.corrections)
    .flatMap((correction) => correction.date ?? []);
  return [date, ...corrected].sort().at(-1) ?? date;
}

/**
 * An issue as it stands until the end of a day: corrections of later days count as undated until then, so that nothing
 * is said to have changed in the future. Their text stays where it is. The same issue and day give the same object,
 * and the issue itself is returned where it has no such correction.
 */
export const withoutComingDays: (issue: Issue) => (today: IsoDate) => Issue = onceEach((issue) =>
  onceText((today: IsoDate) => (issue.updated <= today ? issue : withoutDaysAfter(today, issue))),
);

function withoutDaysAfter(today: IsoDate, issue: Issue): Issue {
  const isComing = ({ corrections }: Item) => corrections.some(({ date = '' }) => date > today);
  if (!issue.sections.some(({ items }) => items.some(isComing))) return issue;
  const sections = issue.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({
      ...item,
      corrections: item.corrections.map(({ date, text }) =>
        date === undefined || date > today ? { text } : { date, text },
      ),
    })),
  }));
  return { ...issue, sections, updated: updatedOn(issue.date, sections) };
}
