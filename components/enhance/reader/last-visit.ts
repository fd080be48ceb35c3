import { toIsoDay } from '../page/day.ts';
import { recall } from './store.ts';

/**
 * The test whether the issue of a day came out after the reader's last visit: one of a later day, or one of the same
 * day that is newer than all issues that the reader was shown. `undefined` where there was no visit before.
 */
export function newSinceLastVisit(): ((date: string) => boolean) | undefined {
  const since = lastVisit();
  if (since === undefined) return undefined;
  const day = toIsoDay(since);
  const shown = recall('since-issue') ?? day;
  return (date) => date > day || (date === day && date > shown);
}

/** The year of the last visit; `undefined` where there was none. */
export function yearOfLastVisit(): number | undefined {
  return lastVisit()?.getFullYear();
}

function lastVisit(): Date | undefined {
  const since = Number(recall('since') ?? 0);
  return since === 0 ? undefined : new Date(since);
}
