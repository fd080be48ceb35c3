import { daysBetween, type IsoDate } from '#lib/site/dates.ts';
import { dayInPath, findDay } from './find-day.ts';
import { fieldOf, firstMeta, type Marks, tidy } from './read-marks.ts';
import { textOf } from './structured-data.ts';

const NAMES = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish_date',
  'publishtime',
  'publish-date',
  'parsely-pub-date',
  'sailthru.date',
  'weibo:article:create_at',
  'bytedance:published_time',
  'og:release_date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'citation_publication_date',
  'date',
  'datecreated',
];
/** The day stands so many lines above or below the headline. */
const [ABOVE, BELOW] = [2, 12];
/** A line of so many characters is a paragraph. */
const PARAGRAPH = 45;
/** A text is put on the site so many days before or after it is dated. */
const NEAR = 3;
const LABELLED =
  '[itemprop="datePublished"], time, [class*="date" i], [class*="time" i], [id*="date" i], [id*="time" i], [class*="source" i], [class*="info" i]';

/** The day of publication: as marked, as it stands at the headline, or as the address has it. */
export function readDay(
  document: Document,
  marks: Marks,
  address: string,
  { title, timeZone }: { title: string | undefined; timeZone: string },
): IsoDate | undefined {
  const marked = [
    ...fieldOf(marks, 'datePublished').map(textOf),
    ...NAMES.map((name) => firstMeta(marks, [name])),
    document.querySelector('[itemprop="datePublished"]')?.getAttribute('datetime'),
    document.querySelector('time[pubdate]')?.getAttribute('datetime'),
    document
      .querySelector('article time[datetime], h1 ~ * time[datetime], h1 ~ time[datetime]')
      ?.getAttribute('datetime'),
    ...fieldOf(marks, 'dateCreated').map(textOf),
  ];
  const markedDay = firstDay(marked, timeZone);
  if (markedDay !== undefined) return markedDay;
  const shown = firstDay(aroundTitle(document, title), timeZone);
  const inPath = dayInPath(address);
  if (inPath === undefined) return shown ?? firstDay(labelled(document), timeZone);
  // A day far from that of the address is one of another article in a list beside it.
  return shown !== undefined && Math.abs(daysBetween(shown, inPath)) <= NEAR ? shown : inPath;
}

function firstDay(texts: readonly (string | null | undefined)[], timeZone: string) {
  for (const text of texts) {
    const day = text ? findDay(text.slice(0, 400), timeZone) : undefined;
    if (day !== undefined) return day;
  }
  return undefined;
}

function labelled(document: Document): string[] {
  return [...document.querySelectorAll(LABELLED)]
    .slice(0, 40)
    .map((element) => element.getAttribute('datetime') ?? tidy(element.textContent ?? ''))
    .filter((text) => text.length < 200);
}

/** The lines near the headline, those below it first. */
function aroundTitle(document: Document, title: string | undefined): string[] {
  if (title === undefined) return [];
  const lines = linesOf(document);
  const at = lines.findLastIndex((line) => line.heading && line.text.includes(title));
  const found = at === -1 ? lines.findIndex(({ text }) => text === title) : at;
  if (found === -1) return [];
  const after = lines.slice(found + 1, found + 1 + BELOW);
  // The text begins with the first long line: days in it are days of the news.
  const start = after.findIndex(({ text }) => text.length >= PARAGRAPH);
  const below = start === -1 ? after : after.slice(0, start);
  const above = lines.slice(Math.max(0, found - ABOVE), found);
  return [...below, ...above.reverse()].map(({ text }) => text);
}

type Line = { text: string; heading: boolean };

const BLOCKS =
  'h1, h2, h3, p, div, li, time, span, td, section, header, em, i, b, small, address, dd, dt';

/** The own text of each element of a page, in order. */
function linesOf(document: Document): Line[] {
  return [...document.querySelectorAll(BLOCKS)].flatMap((element) => {
    const heading = /^H[1-3]$/.test(element.tagName);
    const own = [...element.childNodes]
      .filter(({ nodeType }) => nodeType === 3)
      .map(({ textContent }) => textContent ?? '');
    // A paragraph counts as a whole: the marks of days in it are often elements.
    const whole = heading || element.tagName === 'P';
    const text = tidy(whole ? (element.textContent ?? '') : own.join(' '));
    return text === '' ? [] : [{ text, heading }];
  });
}
