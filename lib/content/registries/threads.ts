import { z } from 'zod';
import { isIsoDate } from '#lib/site/dates.ts';
import { type Diagnostics, firstOccurrence } from '../faults/diagnostics.ts';
import type { ThreadEntry } from '../issue.ts';
import type { TextFile } from '../text-file.ts';
import { YamlFile } from '../yaml/yaml-file.ts';
import { permalink } from './fields.ts';

const ended = z
  .union(
    [z.literal(true), z.string().trim().min(1).max(200)],
    'expected true, a day such as 2025-09-08 or a sentence on how the story ended',
  )
  .transform((value) => (value === true ? '' : value))
  // A day in another form would be shown as a sentence.
  .refine(
    (value) => isIsoDate(value) || !/^[\d\s年月日./-]+$/.test(value),
    'expected a day such as 2025-09-08',
  );

const threadSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'expected some text')
    .max(60)
    .optional()
    .describe('脉络的名称；不写就用第一条的标题'),
  pinned: z.boolean().default(false).describe('排在“脉络”页最前面'),
  items: z
    .array(permalink)
    .min(1)
    .describe(
      '属于这条脉络的条目，写永久链接，如 /issues/2025-03-31#k3x9qa；写在不同脉络里的不会并到一起',
    ),
  without: z.array(permalink).default([]).describe('不属于这条脉络的条目'),
  ended: ended
    .optional()
    .describe(
      '这件事已经结束：true、结束的日子如 2025-09-08，或者一句话；以后的消息不会自己接上来',
    ),
});

/** What `threads.yml` may contain. */
export const threadsSchema = z.array(threadSchema);

/** Reads `threads.yml`, which may be missing. Entries with a fault are left out. */
export function readThreads(file: TextFile | undefined): {
  value: ThreadEntry[];
  diagnostics: Diagnostics;
} {
  const yaml = YamlFile.open(file ?? { path: 'threads.yml', text: '' }, 'threads.yml');
  const value: ThreadEntry[] = [];
  const firstPlaces = new Map<string, (string | number)[]>();
  for (let index = 0; index < yaml.listLength; index += 1) {
    const entry = yaml.check([index], threadSchema);
    if (entry === undefined) continue;
    let isUsable = true;
    const refuse = (reason: string, at: (string | number)[], first?: (string | number)[]) => {
      isUsable = false;
      const cause = first && firstOccurrence(yaml.path, 'first here', yaml.pointOf(first));
      yaml.report('registry-invalid', reason, at, cause);
    };
    for (const [at, item] of entry.items.entries()) {
      const first = firstPlaces.get(item);
      const place = [index, 'items', at];
      // An item in two threads would join them.
      if (first !== undefined)
        refuse(`Unexpected second \`${item}\`, expected it once`, place, first);
      else firstPlaces.set(item, place);
    }
    for (const [at, item] of entry.without.entries())
      if (entry.items.includes(item))
        refuse(
          `Unexpected \`${item}\`, also listed under items, expected it under one of the two`,
          [index, 'without', at],
        );
    const days = entry.items.map((item) => item.slice('/issues/'.length, item.indexOf('#')));
    const [first = ''] = days.toSorted();
    if (entry.ended !== undefined && isIsoDate(entry.ended) && entry.ended < first)
      refuse(`Unexpected end before the first item of the thread, expected ${first} or later`, [
        index,
        'ended',
      ]);
    if (isUsable) value.push(entry);
  }
  return { value, diagnostics: yaml.diagnostics };
}
