import type { Archive } from '#lib/content/archive.ts';
import type { Issue, Redirect } from '#lib/content/issue.ts';
import { paths } from '#lib/site/paths.ts';
import type { FileSource } from '#lib/site/public-file.ts';
import { type Card, issueCard, siteCard } from './card.ts';

/** How many of the newest issues have a card of their own: about a year's. */
const OWN_CARDS = 52;

/** The path of the card of an issue. For an older issue, and for any other page, it is the card of the site. */
export function cardPath({ issues }: Archive, issue?: Issue): string {
  const own = issue !== undefined && issues.slice(0, OWN_CARDS).includes(issue);
  return paths.card(own ? issue.date : undefined);
}

type CardFile = FileSource<'card', Card>;

/** The cards: one for each of the newest issues, and one for all other pages. */
export function cardFiles(archive: Archive): CardFile[] {
  const issues = archive.issues.slice(0, OWN_CARDS);
  return [
    cardFile(paths.card(), () => siteCard(archive)),
    ...issues.map((issue) => cardFile(paths.card(issue.date), () => issueCard(archive, issue))),
  ];
}

/** The cards of older issues lead to the card of the site, so that links shared back then still show a picture. */
export function cardRedirects({ issues }: Archive): Redirect[] {
  return issues.slice(OWN_CARDS).map(({ date }) => ({ from: paths.card(date), to: paths.card() }));
}

function cardFile(path: string, props: () => Card): CardFile {
  return { path, kind: 'card', type: 'image/png', writer: 'card', props };
}
