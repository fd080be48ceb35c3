import type { IsoDate } from '#lib/site/dates.ts';
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
 * An issue as it is shown on a day: corrections with a later date lose the date, so that no page claims a change in
 * the future. Their text stays. An issue without such a correction is returned itself, not a copy.
 */
export function withoutFutureDates(issue: Issue, today: IsoDate): Issue {
  if (issue.updated <= today) return issue;
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
