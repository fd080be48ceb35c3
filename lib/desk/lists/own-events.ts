import type { Archive } from '#lib/content/archive.ts';
import type { Entry } from '#lib/content/queries.ts';
import { fold } from '#lib/site/fold.ts';
import { memoise } from '#lib/system/memo.ts';
import { actsOf } from './acts.ts';
import { type Case, casesOf } from './cases.ts';
import { type CalendarEvent, eventsOf } from './events.ts';

/** Events by the id of the act or the case whose they are, in the order of their first days. */
type OwnEvents = ReadonlyMap<string, readonly CalendarEvent[]>;

/** What follows the name of an act in the name of an event: 著作权法施行, 数据条例征求意见. */
const OF_ACT = /(?:部分(?:条款)?施行|施行|征求意见)$/u;

/**
 * The events of acts by the acts' ids: the days from which they apply, and the deadlines for comments.
 * Memoised: the page of each act asks, which would take 9 s for 1,000 acts.
 */
export const eventsOfActs: (archive: Archive) => OwnEvents = memoise((archive) => {
  const { byName } = actsOf(archive);
  return groupBy(eventsOf(archive), ({ name, kind }) => {
    if (kind !== 'in force' && kind !== 'deadline') return undefined;
    return byName.get(fold(name.replace(OF_ACT, '')))?.id;
  });
});

/**
 * The hearings of cases by the cases' ids. A hearing is of the case that its item reports; where that are several, of
 * the one that its name names. Memoised: the page of each case asks, which would take 18 s for 520 issues.
 */
export const hearingsOfCases: (archive: Archive) => OwnEvents = memoise((archive) => {
  const byEntry = new Map<Entry, Case[]>();
  for (const each of casesOf(archive).all)
    for (const entry of each.entries) byEntry.set(entry, [...(byEntry.get(entry) ?? []), each]);
  return groupBy(eventsOf(archive), ({ name, kind, told }) => {
    if (kind !== 'hearing') return undefined;
    const reported = byEntry.get(told[0].entry) ?? [];
    const isNamed = ({ defendants, ...other }: Case) =>
      name.startsWith(other.name) || defendants.some((defendant) => name.includes(defendant));
    return (reported.length > 1 ? reported.find(isNamed) : reported[0])?.id;
  });
});

function groupBy(
  events: readonly CalendarEvent[],
  idOf: (event: CalendarEvent) => string | undefined,
): OwnEvents {
  const groups = new Map<string, CalendarEvent[]>();
  for (const event of events) {
    const id = idOf(event);
    if (id === undefined) continue;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [event]);
    else group.push(event);
  }
  return groups;
}
