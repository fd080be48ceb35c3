import { itemCardPath } from '#lib/cards/card-files.ts';
import type { Archive } from '#lib/content/archive.ts';
import type { Html } from '#lib/content/issue.ts';
import { type Entry, entriesOf, indexOf, topicsOf, updatedOn } from '#lib/content/queries.ts';
import { paths } from '#lib/site/paths.ts';
import { issueHeading } from '#lib/site/site.ts';
import { mapAddresses } from '#lib/syndication/html.ts';
import { itemData } from '#lib/syndication/structured-data/item.ts';
import { citationOf } from './citation.ts';
import { firstSentences } from './first-sentences.ts';
import {
  type IssueRef,
  issueRef,
  type Neighbour,
  type Neighbours,
  type PageProps,
  pageProps,
  type Unpublished,
  unpublishedReason,
} from './frame.ts';
import { type ShownItem, shownItem } from './shown-item.ts';
import { type StorySoFar, storySoFar } from './stories.ts';

/** About as much of a description as a search engine shows, in characters. */
const DESCRIPTION_LENGTH = 120;

/** One item by itself. */
export type ItemProps = PageProps & {
  item: ShownItem;
  /** `place` is where the page of the issue has the item. */
  issue: IssueRef & { place: string };
  section: { id: string; name: string };
  /** Who edited the issue. */
  editor: string | undefined;
  unpublished: Unpublished;
  topics: { id: string; name: string }[];
  /** What the thread that it is in tells in other issues, where it is in one. */
  story: StorySoFar | undefined;
} & Neighbours;

export function itemPage(
  archive: Archive,
  { date, id }: { date: string; id: string },
): ItemProps | undefined {
  const issue = indexOf(archive).issuesByDate.get(date)?.issue;
  if (issue === undefined) return undefined;
  const entries = entriesOf(issue);
  const position = entries.findIndex(({ item }) => item.id === id);
  const entry = entries[position];
  if (entry === undefined) return undefined;
  const { item, section } = entry;
  const path = paths.item(issue.date, id);
  const card = itemCardPath(archive, entry);
  return {
    ...pageProps(archive, {
      title: item.title,
      description: firstSentences(item.text, DESCRIPTION_LENGTH),
      path,
      issue,
      updated: updatedOn(issue, item),
      card,
      citation: citationOf(archive, issue, item, path),
      data: itemData(archive, entry, card),
    }),
    item: {
      ...shownItem(archive, issue, item),
      html: onItsPage(item.html, paths.issue(issue.date)),
    },
    issue: {
      ...issueRef(issue),
      title: issueHeading(issue),
      place: paths.itemInIssue(issue.date, id),
    },
    section: { id: section.id, name: section.name },
    editor: issue.editor,
    unpublished: unpublishedReason(issue, archive),
    topics: topicsOf(archive, item).map(({ id: topic, name }) => ({ id: topic, name })),
    story: storySoFar(archive, entry),
    previous: neighbour(entries[position - 1]),
    next: neighbour(entries[position + 1]),
  };
}

/** HTML in which an address may depend on the page. Hardly any item has one. */
const MAY_BE_RELATIVE = / (?:href|src|cite|longdesc)="(?!https?:|mailto:|\/)/;

/** The text of an item on its own page. An address such as `#k3x9qa` leads to the page of its issue, as it does there. */
function onItsPage(html: Html, issue: string): Html {
  if (!MAY_BE_RELATIVE.test(html.__html)) return html;
  const base = `http://page${issue}`;
  const resolve = (address: string) =>
    URL.canParse(address, base)
      ? new URL(address, base).href.replace(/^http:\/\/page(?=\/)/, '')
      : address;
  return { __html: mapAddresses(html.__html, resolve) };
}

function neighbour(entry: Entry | undefined): Neighbour | undefined {
  return entry && { path: paths.item(entry.issue.date, entry.item.id), label: entry.item.title };
}
