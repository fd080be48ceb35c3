import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import type { Entry } from '#lib/content/queries.ts';
import { formatChineseDate, formatWeekday } from '#lib/site/dates.ts';
import { ownTitle } from '#lib/site/site.ts';

/** The size of a card in px. The ratio of 1.91 to 1 is what programs that read Open Graph show uncropped. */
export const cardSize = { width: 1200, height: 630 } as const;

/** How many headlines there is room for. */
const HEADLINES = 4;

type Headline = { section: string; title: string };

/** The words on the card of an issue: the picture that other sites show when its page is shared. */
export type IssueCard = {
  kind: 'issue';
  name: string;
  /** Its number, and its title where it has one of its own. */
  label: string;
  date: string;
  headlines: Headline[];
};

/** The words on the card of every other page. */
export type SiteCard = { kind: 'site'; name: string; tagline: string; sections: string[] };

export type Card = IssueCard | SiteCard;

export function issueCard({ site }: Archive, issue: Issue): IssueCard {
  const { date, number } = issue;
  const label = [number === undefined ? '' : `第${number}期`, ownTitle(site, issue) ?? ''];
  return {
    kind: 'issue',
    name: site.name,
    label: label.filter(Boolean).join('　'),
    date: `${formatChineseDate(date)}　${formatWeekday(date)}`,
    headlines: headlinesOf(issue),
  };
}

/** The card of an item: that of its issue, with one headline. */
export function itemCard(archive: Archive, { issue, section, item }: Entry): IssueCard {
  const headlines = [{ section: section.name, title: item.title }];
  return { ...issueCard(archive, issue), headlines };
}

export function siteCard({ site, sections }: Archive): SiteCard {
  const { name, tagline } = site;
  return { kind: 'site', name, tagline, sections: sections.map((section) => section.name) };
}

/** The first headline of each section, and where there is room, the next ones; all in the order of the issue. */
function headlinesOf({ sections }: Issue): Headline[] {
  const all = sections.flatMap(({ section, items }) =>
    items.map(({ title }, position) => ({ section: section.name, title, position })),
  );
  const chosen = new Set(
    [...all].sort((a, b) => Math.sign(a.position) - Math.sign(b.position)).slice(0, HEADLINES),
  );
  return all
    .filter((headline) => chosen.has(headline))
    .map(({ section, title }) => ({ section, title }));
}

/** The words on a card, by the weight of the typeface that they are set in. */
export function textsOf(card: Card): Record<'name' | 'headline' | 'small', string> {
  const { name } = card;
  if (card.kind === 'site') return { name, headline: card.sections.join(' '), small: card.tagline };
  const { label, date, headlines } = card;
  return {
    name,
    headline: headlines.map(({ title }) => title).join(' '),
    small: [label, date, ...headlines.map(({ section }) => section)].join(' '),
  };
}

/** All words on a card in one text. */
export function wordsOf(card: Card): string {
  return Object.values(textsOf(card)).join(' ');
}

/** The mark that printers set for a missing character, so that a name of three characters still has three. */
const GETA = '〓';

/**
 * Removes some characters from a card. A Chinese character is replaced by the mark for a missing one. A headline of
 * which nothing is left is removed.
 */
export function withoutCharacters(card: Card, unwanted: ReadonlySet<string>): Card {
  const clean = (text: string) =>
    Array.from(text, (char) => {
      if (!unwanted.has(char)) return char;
      return /\p{Script=Han}/u.test(char) ? GETA : '';
    })
      .join('')
      .replace(/ +/g, ' ')
      .trim();
  const name = clean(card.name);
  if (card.kind === 'site') {
    const sections = card.sections.map(clean).filter(Boolean);
    return { kind: 'site', name, tagline: clean(card.tagline), sections };
  }
  const headlines = card.headlines
    .map(({ section, title }) => ({ section: clean(section), title: clean(title) }))
    .filter(({ title }) => title !== '');
  return { kind: 'issue', name, label: clean(card.label), date: clean(card.date), headlines };
}
