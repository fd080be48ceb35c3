/** Parameters that follow a reader and say nothing of the page. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|spm|scm|share_token|wxfid)$/i;

/** Whether `url` is an absolute http(s) address. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

/** Whether a link may go there: the web, a mail address, this site's own paths and anchors. */
export function isSafeLink(url: string): boolean {
  return isWebAddress(url) || /^mailto:[^\s@]+@[^\s@]+$/i.test(url) || /^(\/(?![/\\])|#)/.test(url);
}

/** The address without tracking parameters; the very same text where it has none. */
export function withoutTracking(url: string): string {
  const [base = '', query] = url.split(/\?(.*)/s);
  if (query === undefined) return url;
  const [parameters = '', fragment] = query.split(/#(.*)/s);
  const kept = parameters.split('&').filter((pair) => !TRACKING.test(pair.split('=')[0] ?? ''));
  if (kept.length === parameters.split('&').length) return url;
  const search = kept.length === 0 ? '' : `?${kept.join('&')}`;
  return base + search + (fragment === undefined ? '' : `#${fragment}`);
}
