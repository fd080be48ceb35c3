import { readRegistryFiles } from '#lib/content/folder/content-files.ts';
import type { Item } from '#lib/content/issue.ts';
import { parseRegistries } from '#lib/content/registries/registries.ts';
import { entityIndex } from '#lib/references/entity-index.ts';
import type { ReferenceContext, ReferenceFinder, ReferenceMatch } from '#lib/references/finder.ts';
import { readReferences } from '#lib/references/read-references.ts';
import type { Entity, Reference } from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { growsInStep } from './growth.ts';

const ENTITIES: Entity[] = [
  { id: 'meta', name: 'Meta', aliases: [], kind: 'organisation' },
  { id: 'pop-mart', name: '泡泡玛特', aliases: ['POP MART'], kind: 'organisation' },
  { id: 'ncac', name: '国家版权局', aliases: ['中央宣传部版权管理局'], kind: 'organisation' },
  { id: 'cac', name: '国家互联网信息办公室', aliases: ['国家网信办'], kind: 'organisation' },
  { id: 'copyright-law', name: '著作权法', aliases: [], kind: 'document' },
  { id: 'copyright-rules', name: '著作权法实施条例', aliases: [], kind: 'document' },
];

/** What a text is read with in a test: the day of its issue, and the title of its item. */
export function context(date: IsoDate = '2025-06-16', title = ''): ReferenceContext {
  return { date, title, findEntities: entityIndex(ENTITIES) };
}

/** A function from an item and the day of its issue to what it refers to, by a content folder's `entities.yml`. */
export async function referenceReader(
  folder: string,
): Promise<(item: Item, date: IsoDate) => Reference[]> {
  const { registries } = parseRegistries(await readRegistryFiles(folder));
  if (registries === undefined) throw new Error(`${folder} has no site.yml that can be used`);
  const { findEntities } = registries;
  return (item, date) => readReferences(item, { date, findEntities });
}

/** A referent without its kind, and the words in which it was found. */
export function told(text: string, found: readonly ReferenceMatch[]) {
  return found.map(({ start, end, referent: { kind: _, ...rest } }) => ({
    words: text.slice(start, end),
    ...rest,
  }));
}

/** What begins a reference and never ends: an extractor must read any number of them in one go. */
export const HEAPS: readonly string[] = [
  '（2023）',
  '《',
  '》',
  '《〈',
  '“',
  '”',
  '1',
  '1,234',
  '万元',
  '3月',
  '2025年3月',
  'A ',
  'Aa',
  '法院',
  '人民',
  '赔偿',
  '月1日',
  '（',
];

/** What an extractor finds in a text, each with a span that is one. */
export function foundIn(
  extract: ReferenceFinder,
  text: string,
  own: Partial<ReferenceContext> = {},
): ReferenceMatch[] {
  const found = extract(text, { ...context('2025-09-15'), ...own });
  for (const { start, end } of found)
    if (!(start >= 0 && start < end && end <= text.length))
      throw new Error(`${start}-${end} is no span of ${text}`);
  return found;
}

/** How long a text is, and a longer one of the same, in characters. */
const SHORT = 4_000;
const LONG = 32_000;

/** Whether the time that it takes to read a unit again and again grows in step with the text. */
export function isReadInOneGo(read: (text: string) => void, unit: string): boolean {
  const [short, long] = [SHORT, LONG].map((length) =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length),
  );
  return growsInStep(
    LONG / SHORT,
    () => read(short ?? ''),
    () => read(long ?? ''),
  );
}
