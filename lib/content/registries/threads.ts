import { z } from 'zod';
import { isDecodable } from '#lib/site/redirects.ts';
import { type Diagnostics, firstOccurrence } from '../faults/diagnostics.ts';
import type { ThreadEntry } from '../issue.ts';
import type { TextFile } from '../text-file.ts';
import { YamlFile } from '../yaml/yaml-file.ts';

/** The path of an item as an address bar shows it, with the site before it or without. */
const PERMALINK = /^(?:https?:\/\/[^/\s]+)?(\/issues\/\d{4}-\d{2}-\d{2}#[^\s#]+)$/;

const permalink = z
  .string()
  .regex(PERMALINK, 'expected the address of an item such as /issues/2025-03-31#k3x9qa')
  .refine(isDecodable, 'expected an address of which every % begins an escape')
  .transform((value) => decodeURI(PERMALINK.exec(value)?.[1] ?? value));

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
});

/** What `threads.yml` may hold. */
export const threadsSchema = z.array(threadSchema);

/** What editors say of threads; a folder without the file has nothing to say. An entry with a fault is left out. */
export function readThreads(file: TextFile | undefined): {
  value: ThreadEntry[];
  diagnostics: Diagnostics;
} {
  const yaml = YamlFile.open(file ?? { path: 'threads.yml', text: '' }, 'threads.yml');
  const value: ThreadEntry[] = [];
  const firstBy = new Map<string, (string | number)[]>();
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
      const first = firstBy.get(item);
      const place = [index, 'items', at];
      // A story has one thread: an item in two would join them.
      if (first !== undefined)
        refuse(`Unexpected second \`${item}\`, expected it once`, place, first);
      else firstBy.set(item, place);
    }
    for (const [at, item] of entry.without.entries())
      if (entry.items.includes(item))
        refuse(`Unexpected \`${item}\`, which is under items too, expected it in one`, [
          index,
          'without',
          at,
        ]);
    if (isUsable) value.push(entry);
  }
  return { value, diagnostics: yaml.diagnostics };
}
