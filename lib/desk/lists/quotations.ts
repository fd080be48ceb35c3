import { sentencesOf } from '#lib/references/clauses/clauses.ts';
import { plainChinese } from '#lib/references/plain-chinese.ts';
import type { Told } from './steps.ts';

/**
 * The sentence of an item in which something is told, as the item writes it; `undefined` where an editor says it in
 * `desk.yml`, and not the item.
 */
export function sentenceOf({ entry: { item }, clause }: Told): string | undefined {
  if (clause === undefined) return undefined;
  const { part, start, end } = clause;
  const text = item[part];
  // Clauses are found in plain Chinese, whose offsets are the same.
  const around = sentencesOf(part, plainChinese(text)).find(
    (sentence) => sentence.start <= start && end <= sentence.end,
  );
  const stop = around?.end ?? end;
  const mark = /^[。！？；]/u.exec(text.slice(stop))?.[0] ?? '';
  return (text.slice(around?.start ?? start, stop) + mark).trim();
}
