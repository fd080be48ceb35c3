import { monthOf, yearOf } from '#lib/site/dates.ts';
import type { ItemParts, Term } from './term.ts';

/** A part of a year, up to which a figure runs, or the year. */
const SPAN =
  /(?:(20\d\d)年?)?(?:度|全国|我国|内地|电影|院线){0,3}(上半年|(?:第?[一二三四]|前[两二三])个?季度|前[\d一二三四五六七八九十]{1,3}个?月|年内|全年|年度|累计|总)/;
/** The whole of a year that is named. */
const WHOLE = /(20\d\d)年(?:度)?(?:全国|我国|内地|中国|电影|院线){0,3}票房/;

/**
 * The box office of a year, as titles tell it again and again while the year goes on. The takings of one film, in 《》,
 * are another figure.
 */
export function readTotals({ title, date }: ItemParts): Term[] {
  const [part = ''] = title.split(/\s/).filter((each) => each.includes('票房'));
  if (part === '' || part.includes('《')) return [];
  const span = SPAN.exec(part);
  const whole = WHOLE.exec(part);
  if (span === null && whole === null) return [];
  const named = span?.[1] ?? whole?.[1] ?? /(20\d\d)年/.exec(title)?.[1];
  // In January, the whole year that a title means without its number may be the last one.
  if (named === undefined && monthOf(date) === 1) return [];
  const year = named ?? yearOf(date);
  const label = `${year}年票房`;
  return [{ key: `total 票房 ${year}`, kind: 'total', label, written: '票房', place: 'title' }];
}
