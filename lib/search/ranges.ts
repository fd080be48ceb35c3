import { fold } from '#lib/site/fold.ts';
import type { Simplify } from './traditional.ts';
import { indexOfWay, type Way } from './way.ts';

/** A range in the original text, in UTF-16 units; `end` is behind the last. */
export type Range = [start: number, end: number];

/**
 * The ranges of some words in a text, in order; overlapping ones are merged. Folding can change the length of a text,
 * so the ranges are converted to those of the original.
 */
export function rangesOf(
  text: string,
  ways: readonly Way[],
  simplify: Simplify = (folded) => folded,
): Range[] {
  const { folded, starts } = foldWithPlaces(text);
  const both = { folded, simplified: simplify(folded) };
  const ranges: Range[] = [];
  for (const way of ways) {
    const { length } = way.text;
    for (let at = indexOfWay(way, both); at !== -1; at = indexOfWay(way, both, at + length)) {
      ranges.push([starts[at] ?? 0, starts[at + length] ?? text.length]);
    }
  }
  ranges.sort(([a], [b]) => a - b);
  const merged: Range[] = [];
  for (const [start, end] of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/**
 * Characters that can compose with the one before: marks and the letters of Korean, half-width ones too. Every other
 * character is folded by itself.
 */
const COMPOSING = /[\p{M}\u1100-\u11ff\u3131-\u318e\uff9e-\uffdc]/u;

/** A folded text and, for each index in it, the index in the original where that character starts. */
function foldWithPlaces(text: string): { folded: string; starts: number[] } {
  let folded = '';
  let index = 0;
  const starts: number[] = [];
  for (const character of COMPOSING.test(text) ? graphemesOf(text) : text) {
    const part = fold(character);
    for (let unit = 0; unit < part.length; unit += 1) starts.push(index);
    folded += part;
    index += character.length;
  }
  starts.push(text.length);
  return { folded, starts };
}

let segmenter: Intl.Segmenter | undefined;

/** Characters compose within a grapheme, never across two. The first segmenter costs a phone 0.1 s, and few texts need one. */
function graphemesOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
