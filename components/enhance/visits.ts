import { toIsoDay } from './day.ts';
import { h } from './define.ts';
import { recall, remember } from './store.ts';

/** A reader who was away for longer than this has come again, in ms. */
const AWAY = 30 * 60 * 1000;

/**
 * Marks the issues in lists that came out after the reader's last visit: those of later days, and those of
 * that very day that are newer than any that the reader was shown.
 */
export function markNewIssues(): void {
  const now = Date.now();
  const seen = Number(recall('seen') ?? 0);
  // While one visit lasts, new is what was new when it began.
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
