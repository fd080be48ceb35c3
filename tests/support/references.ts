import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRegistryFiles } from '#lib/content/folder/content-files.ts';
import type { Item } from '#lib/content/issue.ts';
import { parseRegistries } from '#lib/content/registries/registries.ts';
import type { ReferenceContext, ReferenceFinder, ReferenceMatch } from '#lib/references/finder.ts';
import { readReferences } from '#lib/references/read-references.ts';
import type { Reference } from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { growsInStep } from './growth.ts';
import { parseRegistryTexts, registryTexts } from './registries.ts';

/** Finds the entities of `tests/tables/entities.yml`. */
const { registries: tested } = parseRegistryTexts(
  registryTexts,
  readFileSync(join(import.meta.dirname, '../tables/entities.yml'), 'utf8'),
);
if (tested === undefined) throw new Error('tests/tables/entities.yml is at fault');
export const { findEntities } = tested;

/** The context in which a test reads a text. */
export function context(date: IsoDate = '2025-06-16', title = ''): ReferenceContext {
  return { date, title, findEntities };
}

/** Makes a function that reads the references of an item, with the `entities.yml` of a content folder. */
export async function referenceReader(
  folder: string,
): Promise<(item: Item, date: IsoDate) => Reference[]> {
  const { registries } = parseRegistries(await readRegistryFiles(folder));
  if (registries === undefined) throw new Error(`${folder} has no site.yml that can be used`);
  return (item, date) => readReferences(item, { date, findEntities: registries.findEntities });
}

/** What a finder finds in a text. @throws where the offsets of a match are no part of the text. */
export function findIn(
  find: ReferenceFinder,
  text: string,
  own: Partial<ReferenceContext> = {},
): ReferenceMatch[] {
  const matches = find(text, { ...context(), ...own });
  for (const { start, end } of matches)
    if (!(start >= 0 && start < end && end <= text.length))
      throw new Error(`${start}-${end} is no part of ${text}`);
  return matches;
}

/** The lengths of two texts of the same units, in characters. */
const SHORT = 4_000;
const LONG = 32_000;

/** Whether the time to read a text of many equal units grows in step with its length. */
export function isReadInLinearTime(read: (text: string) => void, unit: string): boolean {
  const [short, long] = [SHORT, LONG].map((length) =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length),
  );
  return growsInStep(
    LONG / SHORT,
    () => read(short ?? ''),
    () => read(long ?? ''),
  );
}
