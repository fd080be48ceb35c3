import { z } from 'zod';
import { aboutList, day, label, named, url } from './schema-parts.ts';

/* The lists of entities and threads. Like the others, they may get more fields and lose none. */

const entity = named.extend({
  aliases: z.array(z.string()),
  kind: z.enum(['organisation', 'document']),
  kindLabel: label,
  count: z.int().positive().describe('how many items name it, in the year if the file is of one'),
  items: z
    .array(url)
    .min(1)
    .describe('their permalinks, the newest first: all in the file of a year, else the newest 50'),
  threads: z.array(url).describe('the pages of the threads that those items belong to'),
});

export const entitiesSchema = aboutList.extend({
  entities: z.array(entity).describe('the most named first'),
});
export type EntitiesJson = z.infer<typeof entitiesSchema>;

const link = z.object({
  to: url.describe('the permalink of the earlier item'),
  reason: z.enum([
    'case',
    'law',
    'event',
    'total',
    'goods',
    'infringed',
    'claim',
    'piracy',
    'report',
    'occasion',
    'party',
    'editor',
  ]),
  reasonLabel: label,
  term: z.string().optional().describe('what both items name'),
});

const threadItem = z.object({
  date: day.describe('the day of the issue'),
  title: z.string(),
  url: url.describe('the permalink'),
  links: z.array(link).describe('what links it to earlier items; empty where later items do'),
});

const thread = named.extend({
  pinned: z.boolean().describe('whether an editor wants it listed first'),
  items: z.array(threadItem).min(2).describe('the oldest first'),
});

export const threadsSchema = aboutList.extend({
  threads: z.array(thread).describe('in the order of their last items, the newest first'),
});
export type ThreadsJson = z.infer<typeof threadsSchema>;
