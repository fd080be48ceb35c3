import { cardRedirects } from '#lib/cards/card-files.ts';
import type { Archive } from '#lib/content/archive.ts';
import type { Redirect } from '#lib/content/issue.ts';
import { indexOf } from '#lib/content/queries.ts';
import { actsOf } from '#lib/desk/lists/acts.ts';
import { casesOf } from '#lib/desk/lists/cases.ts';
import { eventsOfActs, hearingsOfCases } from '#lib/desk/lists/own-events.ts';
import { deskFeedFormats, feedFormatNames } from '#lib/site/feed-formats.ts';
import { paths, slugOf } from '#lib/site/paths.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { dayOfEntry, periodsOf } from './period.ts';

/** Every old address that leads to another: those of redirects.yml, then those that the site itself has moved. */
export function redirectsOf(archive: Archive): Redirect[] {
  return [
    ...archive.redirects,
    ...cardRedirects(archive),
    ...threadRedirects(archive),
    ...actRedirects(archive),
    ...caseRedirects(archive),
    ...sourceRedirects(archive),
  ];
}

/** The address of a publisher once left out signs such as #. Those old addresses lead to the new ones. */
function sourceRedirects(archive: Archive): Redirect[] {
  const { sources } = indexOf(archive);
  const moved = new Map<string, Redirect[]>();
  for (const { source, years } of sources.values()) {
    const [from, to] = [slugOf(source.name), source.slug];
    // Another publisher may have this address by now.
    if (from === to || sources.has(from) || moved.has(from)) continue;
    const periods = [undefined, ...periodsOf(years, dayOfEntry)];
    moved.set(from, [
      ...periods.map((period) => ({
        from: paths.source(from, period),
        to: paths.source(to, period),
      })),
      ...feedFormatNames.map((format) => ({
        from: paths.sourceFeed(from, format),
        to: paths.sourceFeed(to, format),
      })),
    ]);
  }
  return [...moved.values()].flat();
}

/**
 * The old addresses of threads: of a thread that was joined to another, to that one; of a thread that an editor took
 * apart, to the thread or the item that its first item is now.
 */
function threadRedirects(archive: Archive): Redirect[] {
  return threadsOf(archive).moved.flatMap(({ from, to }) => {
    if (!('id' in to))
      return { from: paths.thread(from), to: paths.item(to.issue.date, to.item.id) };
    return [
      { from: paths.thread(from), to: paths.thread(to.id) },
      ...feedFormatNames.map((format) => ({
        from: paths.threadFeed(from, format),
        to: paths.threadFeed(to.id, format),
      })),
    ];
  });
}

/** The old addresses of acts that an editor joined to others. */
function actRedirects(archive: Archive): Redirect[] {
  const events = eventsOfActs(archive);
  return actsOf(archive).moved.flatMap(({ from, to: { id } }) => [
    { from: paths.law(from), to: paths.law(id) },
    ...deskFeedFormats.map((format) => ({
      from: paths.lawFeed(from, format),
      to: paths.lawFeed(id, format),
    })),
    ...(events.has(id) ? [{ from: paths.lawCalendar(from), to: paths.lawCalendar(id) }] : []),
  ]);
}

/** The old addresses of cases that were joined to older ones. */
function caseRedirects(archive: Archive): Redirect[] {
  const hearings = hearingsOfCases(archive);
  return casesOf(archive).moved.flatMap(({ from, to: { id } }) => [
    { from: paths.case(from), to: paths.case(id) },
    ...deskFeedFormats.map((format) => ({
      from: paths.caseFeed(from, format),
      to: paths.caseFeed(id, format),
    })),
    // The calendar of the older case has the hearings of both. Without a hearing there is none, and never was.
    ...(hearings.has(id) ? [{ from: paths.caseCalendar(from), to: paths.caseCalendar(id) }] : []),
  ]);
}
