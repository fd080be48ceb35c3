import type { Entry } from '#lib/content/queries.ts';
import { sentenceOf } from '#lib/desk/lists/quotations.ts';
import type { Step, Told } from '#lib/desk/lists/steps.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { formatPartial, type PartialDate } from '#lib/site/partial-dates.ts';
import { paths } from '#lib/site/paths.ts';

/** A day, a month or a year, and how it is printed: 2024年12月. */
export type ShownDate = { date: PartialDate; text: string };

/** An item that tells of something, by its issue. */
export type IssueLink = {
  date: IsoDate;
  number: number | undefined;
  title: string;
  path: string;
};

/** A step of an act or a case in a list: what, when, and where it is told. */
export type StepRef = {
  step: string;
  /** `undefined` where no item says when it was. */
  day: ShownDate | undefined;
  told: IssueLinks;
};

/** The last step in a list: its day as an item gives it, and the day by which it is listed. */
export type LastStep = { day: ShownDate | undefined; listed: IsoDate };

/** The first items that tell of something, at least one, and how many more there are. */
export type IssueLinks = { shown: IssueLink[]; more: number };

/** How many items are linked where many tell the same. The page of an act or a case lists its items besides. */
export const MOST_TOLD = 5;

/** A step on the page of its act or case. */
export type QuotedStep = StepRef & {
  /** The sentence of the item that first told it; `undefined` where only an editor says it, in `desk.yml`. */
  sentence: string | undefined;
};

export function stepRef<Name extends string>(
  { step, day, told }: Step<Name>,
  labels: Readonly<Record<Name, string>>,
): StepRef {
  return {
    step: labels[step],
    day: day === undefined ? undefined : shownDate(day),
    told: issueLinks(told),
  };
}

export function quotedStep<Name extends string>(
  step: Step<Name>,
  labels: Readonly<Record<Name, string>>,
): QuotedStep {
  const quoted = step.told.find(({ clause }) => clause !== undefined);
  return {
    ...stepRef(step, labels),
    sentence: quoted && sentenceOf(quoted),
  };
}

/** @param after a day before this one; its year is not printed again */
export function shownDate(date: PartialDate, after?: PartialDate): ShownDate {
  return { date, text: formatPartial(date, after) };
}

export function issueLinks(told: readonly Told[]): IssueLinks {
  const shown = told.slice(0, MOST_TOLD);
  return { shown: shown.map(({ entry }) => issueLink(entry)), more: told.length - shown.length };
}

export function issueLink({ issue, item }: Entry): IssueLink {
  return {
    date: issue.date,
    number: issue.number,
    title: item.title,
    path: paths.item(issue.date, item.id),
  };
}
