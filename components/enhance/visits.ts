import { toIsoDay } from './day.ts';
import { h } from './define.ts';
import { recall, remember } from './store.ts';

/** After this time without a page, a reader's next page begins a new visit, in ms. */
const AWAY = 30 * 60 * 1000;

/**
 * Marks the issues in lists that came out after the reader's last visit: those of later days, and one of the same day
 * if it is newer than all issues that the reader was shown.
 */
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

  const since = Number(recall('since') ?? 0);
  if (since === 0) return;
  const day = toIsoDay(new Date(since));
  const shown = recall('since-issue') ?? day;
  for (const time of document.querySelectorAll('main a[href^="/issues/"] time')) {
    const date = time.getAttribute('datetime') ?? '';
    if (date > day || (date === day && date > shown))
      time.append(h('strong', { class: 'new' }, '新'));
  }
}
