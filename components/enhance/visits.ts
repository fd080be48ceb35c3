import { h } from './define.ts';
import { newSinceLastVisit } from './last-visit.ts';
import { recall, remember } from './store.ts';

/** After this time without a page, a reader's next page begins a new visit, in ms. */
const AWAY = 30 * 60 * 1000;

/** Marks the issues in lists that came out after the reader's last visit. */
export function markNewIssues(): void {
  const now = Date.now();
  const seen = Number(recall('seen') ?? 0);
  // During a visit, the marks stay as they were at its beginning.
  if (now - seen > AWAY) {
    remember('since', recall('seen'));
    remember('since-issue', recall('newest'));
  }
  remember('seen', String(now));
  const dates = [...document.querySelectorAll('main time')].map(
    (time) => time.getAttribute('datetime') ?? '',
  );
  const newest = [recall('newest') ?? '', ...dates].sort().at(-1);
  remember('newest', newest || undefined);

  const isNew = newSinceLastVisit();
  if (isNew === undefined) return;
  for (const time of document.querySelectorAll('main a[href^="/issues/"] time')) {
    if (isNew(time.getAttribute('datetime') ?? ''))
      time.append(h('strong', { class: 'new' }, '新'));
  }
}
