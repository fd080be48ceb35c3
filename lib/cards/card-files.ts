import type { Archive } from '#lib/content/archive.ts';
import type { Issue, Redirect } from '#lib/content/issue.ts';
import { type Entry, entriesById } from '#lib/content/queries.ts';
import { paths } from '#lib/site/paths.ts';
import type { FileSource } from '#lib/site/public-file.ts';
import { type Card, issueCard, itemCard, siteCard } from './card.ts';

/** How many of the newest issues have a card of their own: about a year's. */
const OWN_CARDS = 52;

/** How many of the newest issues have a card for each of their items. Items are mostly shared while they are new. */
const ITEM_CARDS = 12;

/** The path of the card of an issue. For an older issue, and for any other page, it is the card of the site. */
export function cardPath({ issues }: Archive, issue?: Issue): string {
  const own = issue !== undefined && issues.slice(0, OWN_CARDS).includes(issue);
  return paths.card(own ? issue.date : undefined);
}

/** The path of the card of an item: its own, or else that of its issue. */
export function itemCardPath(archive: Archive, { issue, item }: Entry): string {
  const own = archive.issues.slice(0, ITEM_CARDS).includes(issue);
  return own ? paths.itemCard(issue.date, item.id) : cardPath(archive, issue);
}

type CardFile = FileSource<'card', Card>;

/** The cards: of the newest issues, of the items of the very newest, and one for all other pages. */
export function cardFiles(archive: Archive): CardFile[] {
  const issues = archive.issues.slice(0, OWN_CARDS);
  return [
    cardFile(paths.card(), () => siteCard(archive)),
    ...issues.map((issue) => cardFile(paths.card(issue.date), () => issueCard(archive, issue))),
    ...issues
      .slice(0, ITEM_CARDS)
      .flatMap(entriesById)
      .map((entry) =>
        cardFile(paths.itemCard(entry.issue.date, entry.item.id), () => itemCard(archive, entry)),
      ),
  ];
}

/**
 * The cards that older issues and their items had lead to those that stand for them now. Those of items do so for a year:
 * for all items of 520 issues there would be 8,000 redirects, and hosts read some thousands.
 */
export function cardRedirects(archive: Archive): Redirect[] {
  const { issues } = archive;
  return [
    ...issues.slice(OWN_CARDS).map(({ date }) => ({ from: paths.card(date), to: paths.card() })),
    ...issues
      .slice(ITEM_CARDS, OWN_CARDS)
      .flatMap(entriesById)
      .map((entry) => ({
        from: paths.itemCard(entry.issue.date, entry.item.id),
        to: itemCardPath(archive, entry),
      })),
  ];
}

function cardFile(path: string, props: () => Card): CardFile {
  return { path, kind: 'card', type: 'image/png', writer: 'card', props };
}
