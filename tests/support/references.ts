import type { Found, ReferenceContext } from '#lib/references/read-references.ts';
import type { Entity } from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';

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
  return { date, title, entities: ENTITIES };
}

/** A referent without its kind, and the words in which it was found. */
export function told(text: string, found: readonly Found[]) {
  return found.map(({ start, end, referent: { kind: _, ...rest } }) => ({
    words: text.slice(start, end),
    ...rest,
  }));
}

/** Texts that an extractor must read in a moment: what begins a reference again and again, and never ends. */
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
].map((part) => part.repeat(Math.ceil(60_000 / part.length)));
