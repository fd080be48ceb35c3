import type { Archive } from '#lib/content/archive.ts';
import type { Issue, Redirect } from '#lib/content/issue.ts';
import { paths } from '#lib/site/paths.ts';
import type { FileSource } from '#lib/site/public-file.ts';
import { type Card, issueCard, siteCard } from './card.ts';

/** How many issues, the newest, have a card of their own: a year's. */
const OWN_CARDS = 52;

/** Where the card of an issue is, or, without one, that of any other page. */
export function cardPath({ issues }: Archive, issue?: Issue): string {
  const own = issue !== undefined && issues.slice(0, OWN_CARDS).includes(issue);
  return paths.card(own ? issue.date : undefined);
}

type CardFile = FileSource<'card', Card>;

/** A picture for each of the newest issues and one for all other pages. */
export function cardFiles(archive: Archive): CardFile[] {
  const issues = archive.issues.slice(0, OWN_CARDS);
  return [
    cardFile(paths.card(), () => siteCard(archive)),
    ...issues.map((issue) => cardFile(paths.card(issue.date), () => issueCard(archive, issue))),
  ];
}

/** Where the cards lead that earlier issues had when they were new: what was shared goes on showing one. */
export function cardRedirects({ issues }: Archive): Redirect[] {
  return issues.slice(OWN_CARDS).map(({ date }) => ({ from: paths.card(date), to: paths.card() }));
}

function cardFile(path: string, props: () => Card): CardFile {
  return { path, kind: 'card', type: 'image/png', writer: 'card', props };
}
