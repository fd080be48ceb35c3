import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type IsoDate, isIsoDate } from '#lib/site/dates.ts';

const folder = join(import.meta.dirname, '../desk');

const lawSchema = z.strictObject({
  name: z.string(),
  of: z.string().optional(),
  steps: z.array(z.string()).default([]),
});
const caseSchema = z.strictObject({
  name: z.string().optional(),
  plaintiffs: z.array(z.string()).default([]),
  defendants: z.array(z.string()).default([]),
  courts: z.array(z.string()).default([]),
  of: z.string().optional(),
  numbers: z.array(z.string()).default([]),
  steps: z.array(z.string()).default([]),
  sums: z.array(z.string()).default([]),
  sentences: z.array(z.string()).default([]),
});
const eventSchema = z.strictObject({
  name: z.string(),
  days: z.coerce.string(),
  kind: z.string().optional(),
});
const lists = {
  laws: z.array(lawSchema).default([]),
  cases: z.array(caseSchema).default([]),
  events: z.array(eventSchema).default([]),
};
const itemSchema = z.strictObject({
  title: z.string(),
  date: z.string().optional(),
  text: z.string().optional(),
  ...lists,
  maybe: z.strictObject(lists).default({ laws: [], cases: [], events: [] }),
});

export type LawLabel = z.infer<typeof lawSchema>;
export type CaseLabel = z.infer<typeof caseSchema>;
export type EventLabel = z.infer<typeof eventSchema>;
export type Labels = { laws: LawLabel[]; cases: CaseLabel[]; events: EventLabel[] };

/** What a reader lists of an item, and what she may list or leave out. */
export type LabelledItem = Labels & { title: string; date: IsoDate; text: string; maybe: Labels };

/** The labels of the shipped issues, by the day of the issue; the texts are those of the issues. */
export function readShippedLabels(
  textOf: (date: string, title: string) => string | undefined,
): LabelledItem[] {
  return readdirSync(join(folder, 'shipped')).flatMap((file) => {
    const date = file.replace(/\.yml$/, '');
    return readItems(`shipped/${file}`).map((item) => {
      const text = textOf(date, item.title);
      if (text === undefined) throw new Error(`${file}: the issue has no item 「${item.title}」`);
      return withDay({ ...item, text }, date);
    });
  });
}

/** The made-up items of one file of `tests/desk/made-up`. */
export function readMadeUpLabels(file: string): LabelledItem[] {
  return readItems(`made-up/${file}`).map((item) => withDay(item, item.date));
}

function readItems(file: string): z.infer<typeof itemSchema>[] {
  return z
    .array(itemSchema)
    .parse(parse(readFileSync(join(folder, file), 'utf8'), { schema: 'failsafe' }));
}

function withDay(item: z.infer<typeof itemSchema>, date: string | undefined): LabelledItem {
  const { title, text, laws, cases, events, maybe } = item;
  if (date === undefined || !isIsoDate(date) || text === undefined)
    throw new Error(`「${title}」 has no day or no text`);
  return { title, date, text, laws, cases, events, maybe };
}
