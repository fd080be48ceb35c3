import { z } from 'zod';
import type { Entity } from '#lib/references/reference.ts';
import type { Diagnostics } from '../faults/diagnostics.ts';
import type { Topic } from '../issue.ts';
import { didYouMean, NameIndex } from '../names.ts';
import type { TextFile } from '../text-file.ts';
import { id, name, synonyms, text } from './fields.ts';
import { type EntryFault, readList } from './read-list.ts';

/** What an entry of `topics.yml` may contain. */
export const topicSchema = z
  .strictObject({
    id,
    name,
    description: text,
    synonyms,
    terms: z.array(text).default([]).describe('标题或正文里有其中一个词，就归入这个主题'),
    entities: z
      .array(z.string())
      .default([])
      .describe('提到其中一个机构或法规（entities.yml 的 id），就归入这个主题'),
    desk: z
      .enum(['cases', 'laws'])
      .optional()
      .describe('cases、laws：报道案件、法规的都归入这个主题，同“案件”“法规”页'),
  })
  .refine(({ terms, entities, desk }) => terms.length + entities.length > 0 || desk !== undefined, {
    path: ['terms'],
    error: 'expected terms, entities or desk: nothing would be on this topic',
  }) satisfies z.ZodType<Topic>;

/** Reads `topics.yml`. The entities of a topic must be in `entities.yml`. Entries with a fault are left out. */
export function readTopics(
  file: TextFile | undefined,
  entities: readonly Entity[],
): { value: Topic[]; diagnostics: Diagnostics } {
  const ids = new Set(entities.map((entity) => entity.id));
  const faultsOf = (topic: Topic): EntryFault[] =>
    topic.entities.flatMap((named, index) =>
      ids.has(named) ? [] : { reason: reasonFor(named, entities), at: ['entities', index] },
    );
  return readList(file, 'topics.yml', topicSchema, (topic) => topic.id, faultsOf);
}

/** Says that an id is not in `entities.yml`, and which was meant: editors may write a name or misspell the id. */
function reasonFor(unknown: string, entities: readonly Entity[]): string {
  const spellings = new NameIndex(
    entities.map((entity) => ({ name: entity.id, aliases: [entity.name, ...entity.aliases] })),
  );
  const meant = spellings.find(unknown) ?? spellings.find(spellings.suggest(unknown) ?? '');
  return `Unexpected entity \`${unknown}\`, expected an id of entities.yml${didYouMean(meant?.name)}`;
}
