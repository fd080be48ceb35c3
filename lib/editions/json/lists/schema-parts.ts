import { z } from 'zod';

/* What the schemas of several lists have in common. */

export const day = z.iso.date();
export const url = z.url().describe('absolute');

export const partialDate = z
  .string()
  .regex(/^\d{4}(?:-\d{2}){0,2}$/)
  .describe('a day, a month or a year, as exactly as the items say');

/** The label of a machine word. */
export const label = z.string().describe('what the pages call it');

const clause = z
  .string()
  .optional()
  .describe(
    'the words of the item that say so, as they stand in it; left out where an editor says it',
  );
export const report = z.object({
  reportedIn: day.describe('the day of the issue'),
  item: url.describe('the permalink of the item'),
  clause,
});
export type ReportJson = z.infer<typeof report>;

/** The first items that tell something, and how many more do. */
export const told = z.object({
  reports: z.array(report).min(1).describe('the first items that say so, the oldest first'),
  moreReports: z.int().nonnegative().describe('how many more items say so'),
});
export type ToldJson = z.infer<typeof told>;

/** A step of an act or a case. `steps` are the machine words. */
export function stepOf<const Word extends string>(steps: readonly Word[]) {
  return z.object({
    step: z.enum(steps),
    stepLabel: label,
    day: partialDate.optional(),
    ...told.shape,
  });
}

/** The items of an act or a case. */
export const listedItems = z.object({
  items: z.array(url).min(1).describe('the permalinks of its newest items, the newest issue first'),
  itemCount: z.int().positive().describe('how many items it has'),
});
export type ListedItemsJson = z.infer<typeof listedItems>;

/** An entry of a list: its id, its name and its page. */
export const named = z.object({
  id: z.string().describe('stays the same as issues are added'),
  name: z.string(),
  url: url.describe('the page that shows the same'),
});

/** What every list says of itself. */
export const aboutList = z.object({
  $schema: url,
  name: z.string(),
  url: url.describe('the page that shows the same'),
  reprint: z.string().describe('转载声明: how others may reprint'),
  updated: day
    .optional()
    .describe('the day on which an issue last changed; not in the file of a year'),
  years: z
    .array(z.object({ year: z.string(), url }))
    .optional()
    .describe('the files of all years, the newest first; not in the file of a year'),
});
export type AboutList = z.infer<typeof aboutList>;
