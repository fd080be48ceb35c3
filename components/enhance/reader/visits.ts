import { h } from '../page/define.ts';
import { newSinceLastVisit } from './last-visit.ts';
import { recall, remember } from './store.ts';

/** After this time without a page, a reader's next page begins a new visit, in ms. */
const AWAY = 30 * 60 * 1000;

/**
 * Marks the issues in lists that came out after the reader's last visit. An issue of the very day of that visit is
 * marked if it is newer than every issue that the reader had seen by then. Only days of issues count: the calendar
 * shows later days, which are no issues.
 */
export function markNewIssues(): void {
  const now = Date.now();
  const seen = Number(recall('seen') ?? 0);
  // During a visit, the marks stay as they were at its beginning.
  if (now - seen > AWAY) {
    remember('since', recall('seen'));
    remember('since-issue', recall('newest-issue'));
  }
  remember('seen', String(now));
  const links = [...document.querySelectorAll('main a[href^="/issues/"]')];
  const dates = [location.pathname, ...links.map((link) => link.getAttribute('href') ?? '')].map(
    issueDateOf,
  );
  const newest = [recall('newest-issue') ?? '', ...dates].sort().at(-1);
  remember('newest-issue', newest || undefined);

  const isNew = newSinceLastVisit();
  if (isNew === undefined) return;
  for (const link of links) {
    const date = issueDateOf(link.getAttribute('href') ?? '');
    // A link to an issue or an item may hold other days: only the day of its issue is marked.
    if (isNew(date))
      link.querySelector(`time[datetime="${date}"]`)?.append(h('strong', { class: 'new' }, '新'));
  }
}

/** The day of the issue at an address of an issue or an item; empty for other addresses. */
function issueDateOf(path: string): string {
  return /^\/issues\/(\d{4}-\d{2}-\d{2})/.exec(path)?.[1] ?? '';
}
