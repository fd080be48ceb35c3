import { z } from 'zod';

/*
 * The JSON of an issue, from which the published schema is made. Fields may be added but never removed or changed, so
 * that a program that reads an issue today can read those of later years.
 */

const day = z.iso.date();
const url = z.url().describe('absolute');
const html = z.string().describe('sanitized; every address in it is absolute');

const source = z.object({
  name: z.string().describe('the publisher'),
  page: url.describe('what else this publication cites of the publisher'),
  url: url.optional().describe('the report itself, where its address is known'),
  date: day.optional().describe('the day of the report, where it is known'),
  movedTo: url.optional().describe('the address to which the report has moved'),
  goneSince: day
    .optional()
    .describe('the day since which the report cannot be read at its address'),
  archivedAt: url.optional().describe('a copy of the report in an archive'),
});

const item = z.object({
  id: z.string().describe('with the issue’s date it names the item for ever'),
  url: url.describe('the permalink'),
  title: z.string(),
  html,
  text: z.string().describe('the same without markup; blocks are parted by a line break'),
  sources: z.array(source),
  corrections: z.array(z.object({ date: day.optional(), text: z.string() })),
  topics: z.array(z.object({ id: z.string(), name: z.string(), url })),
});

export const issueSchema = z.object({
  $schema: url,
  url,
  date: day.describe('the day of publication, in the publication’s time zone'),
  updated: day.describe('the day of the newest correction, else that of publication'),
  number: z.int().positive().optional().describe('期号'),
  title: z.string(),
  summary: z.string().optional().describe('导语'),
  editor: z.string().optional(),
  lead: z.object({ html, text: z.string() }).optional().describe('what stands before the sections'),
  sections: z.array(z.object({ id: z.string(), name: z.string(), url, items: z.array(item) })),
});
export type IssueJson = z.infer<typeof issueSchema>;

/** The JSON Schema (2020-12) of an issue, which is published at `id`. */
export function issueJsonSchema(id: string): z.core.JSONSchema.BaseSchema {
  return { $id: id, title: 'An issue of a news digest', ...z.toJSONSchema(issueSchema) };
}
