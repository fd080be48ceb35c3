import { h } from './define.ts';
import { recall, remember } from './store.ts';

/** A reader who was away for longer than this has come again, in ms. */
const AWAY = 30 * 60 * 1000;

/** Marks the issues in lists that are dated after the day of the reader's last visit. */
export function markNewIssues(): void {
  const now = Date.now();
  const seen = Number(recall('seen') ?? 0);
  // While one visit lasts, new is what was new when it began.
  if (now - seen > AWAY) remember('since', recall('seen'));
  remember('seen', String(now));
  const since = Number(recall('since') ?? 0);
  if (since === 0) return;
  const day = new Date(since).toLocaleDateString('sv-SE');
  for (const time of document.querySelectorAll('main a[href^="/issues/"] time')) {
    if ((time.getAttribute('datetime') ?? '') > day)
      time.after(h('strong', { class: 'new' }, '新'));
  }
}
