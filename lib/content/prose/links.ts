/**
 * Parameters that follow a reader and say nothing of the page: those that Firefox strips
 * (https://wiki.mozilla.org/Security/Query_Stripping), and those of Chinese sites and of search engines.
 */
const TRACKING = new RegExp(
  `^(${[
    String.raw`utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|srsltid`,
    'mc_cid|mc_eid|mkt_tok|oly_anon_id|oly_enc_id|vero_id|__s|_hsenc|_hsmi|__hssc|__hstc|__hsfp|hsctatracking',
    'igshid|igsh|ref_src|spm|scm|spm_id_from|vd_source|share_token|share_source|share_medium|wxfid',
    'isappinstalled|sharer_shareinfo|sharer_shareinfo_first',
  ].join('|')})$`,
  'i',
);

/**
 * What was typed as a link and is none, `]` and a bracket before an address: a space between the two, brackets
 * of full width, one that was not closed, a space in the address.
 */
const NO_LINK = /[\]］]\s?[(（]\s*(?:https?:|www\.|\/\/)/gi;

/** Where a text has what was typed as a link and is none. */
export function findBrokenLinks(text: string): number[] {
  return Array.from(text.matchAll(NO_LINK), ({ index }) => index);
}

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
