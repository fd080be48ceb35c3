import { yearOf } from '#lib/site/dates.ts';
import { type ItemParts, matchesIn, type Term } from './term.ts';

/**
 * A campaign in quotation marks, with or without a year before it. What tells it from another quotation is a year
 * inside the marks, or 行动 or 专项行动 inside or behind them.
 */
const CAMPAIGN =
  /(?:(\d{4})年(?:度)?)?“([\p{Script=Han}·]{2,12}?)(\d{4})?(?:专项)?(行动)?”(专项行动|行动)?/gu;
/** Words for what is held every year under one name: a week, a fair, a festival, a season of the cinemas. */
const YEARLY =
  /宣传周|博览会|交易会|服贸会|进博会|电影节|音乐节|动漫节|书展|书市|(?:暑期|春节|国庆|五一|清明|贺岁)档/g;
/** A year and a name as they stand before such a word. */
const BEFORE = /(?:(\d{4})年?)?([\p{Script=Han}]{0,12})$/u;
/** Words that stand before the name of such an event and are no part of it. */
const NOT_NAME = /^.*(?:第[\p{Script=Han}]{1,4}届|全国|中国|届|年|度|在|为|的|将|于|至|与|和|及)/u;

/** `year` is undefined where no year stands before the name or in it. */
type FoundEvent = { name: string; year: string | undefined; label: string; place: Term['place'] };

/** Campaigns and yearly events. The year is part of the key, because the fair of the next year is another story. */
export function readEvents(parts: ItemParts): Term[] {
  const found: FoundEvent[] = [];
  const add = (name: string, year: string | undefined, label: string, place: Term['place']) => {
    found.push({ name, year, label, place });
  };
  for (const { match, place } of matchesIn(parts, CAMPAIGN)) {
    const [, before, name = '', within, own, behind] = match;
    if (within === undefined && own === undefined && behind === undefined) continue;
    add(name, within ?? before, `“${name}${within ?? ''}${own ?? ''}”${behind ?? ''}`, place);
  }
  for (const { match, place } of matchesIn(parts, YEARLY)) {
    const [word] = match;
    const text = match.input.slice(Math.max(0, match.index - 20), match.index);
    const [, year, before = ''] = BEFORE.exec(text) ?? [];
    const name = /档$/.test(word) ? word : before.replace(NOT_NAME, '') + word;
    // A text names a fair as the occasion of many things: only a title is about it.
    if (name.length > 2) add(name, year, name, place === 'title' ? place : 'text');
  }
  // The year that the title gives with a name is meant wherever the text gives none.
  const inTitle = found.filter(({ place }) => place === 'title');
  return found.map(({ name, year, label, place }) => {
    const meant = year ?? inTitle.find((event) => event.name === name)?.year;
    const key = `event ${name} ${meant ?? yearOf(parts.date)}`;
    return { key, kind: 'event', label, place };
  });
}
