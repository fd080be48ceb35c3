import { yearOf } from '#lib/site/dates.ts';
import { matchesIn, type Term, type Told } from './term.ts';

/** A campaign in quotation marks, told by its year or by what it calls itself, with a year before it or none. */
const CAMPAIGN =
  /(?:(\d{4})年(?:度)?)?“([\p{Script=Han}·]{2,12}?)(\d{4})?(?:专项)?(行动)?”(专项行动|行动)?/gu;
/** What is held every year under one name: a week, a fair, a festival, a season of the cinemas. */
const HELD =
  /宣传周|博览会|交易会|服贸会|进博会|电影节|音乐节|动漫节|书展|书市|(?:暑期|春节|国庆|五一|清明|贺岁)档/g;
/** A year and a name as they stand before such a word. */
const BEFORE = /(?:(\d{4})年?)?([\p{Script=Han}]{0,12})$/u;
/** What stands before the name of such an event without being part of it. */
const NOT_NAME = /^.*(?:第[\p{Script=Han}]{1,4}届|全国|中国|届|年|度|在|为|的|将|于|至|与|和|及)/u;

/** Campaigns and what is held every year, each with its year: that of the next year is another. */
export function readEvents(told: Told): Term[] {
  const terms: Term[] = [];
  const add = (name: string, year: string | undefined, label: string, place: Term['place']) => {
    const key = `event ${name} ${year ?? yearOf(told.date)}`;
    terms.push({ key, kind: 'event', label, place });
  };
  for (const { match, place } of matchesIn(told, CAMPAIGN)) {
    const [, before, name = '', within, own, behind] = match;
    if (within === undefined && own === undefined && behind === undefined) continue;
    add(name, within ?? before, `“${name}${within ?? ''}${own ?? ''}”${behind ?? ''}`, place);
  }
  for (const { match, place } of matchesIn(told, HELD)) {
    const [held] = match;
    const text = match.input.slice(Math.max(0, match.index - 20), match.index);
    const [, year, before = ''] = BEFORE.exec(text) ?? [];
    const name = /档$/.test(held) ? held : before.replace(NOT_NAME, '') + held;
    if (name.length > 2) add(name, year, name, place);
  }
  return terms;
}
