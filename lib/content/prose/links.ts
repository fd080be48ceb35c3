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

/** The source of a pattern for a character of an address (RFC 3986, 2). */
export const ADDRESS_CHARACTER = String.raw`[\w\-.~:/?#[\]@!$&'()*+,;=%]`;
/** An address in a text, as far as its characters may stand in one. */
const ADDRESS = new RegExp(String.raw`(?:https?:|www\.|\/\/)${ADDRESS_CHARACTER}*`, 'gi');

/**
 * What stands before the address of a broken link: its brackets with a blank between them, of full width, in the wrong
 * order or of another kind, or a `<` that nothing closes.
 */
const NEAR_LINK =
  /(?:[\]］}｝]\s?[(（{｛]|[)）]\s?[[［]|[[［{｛][^[\]［］{}｛｝()（）\n]{1,80}[)）]\s?[(（])\s*<?$|<$/;
/** A broken link may begin as many characters before its address. */
const LABEL = 90;

/**
 * Finds broken links, and returns their places: a bracket of the link is wrong or missing, or a bracket behind an
 * address closes none. Each address has one place at most.
 */
export function findBrokenLinks(text: string): number[] {
  const found: number[] = [];
  // How many brackets are open before an address, counted from one address to the next.
  let open = 0;
  let counted = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    open = countOpen(text.slice(counted, index), open);
    counted = index + address.length;
    const from = Math.max(0, index - LABEL);
    const before = NEAR_LINK.exec(text.slice(from, index));
    const stray = strayBracket(address, open);
    if (before !== null) found.push(from + before.index);
    else if (stray !== undefined) found.push(index + stray);
    open = countOpen(address, open);
  }
  return found;
}

function countOpen(text: string, open: number): number {
  let count = open;
  for (const [bracket] of text.matchAll(/[()（）\n]/g)) {
    if (bracket === '\n') count = 0;
    else count = bracket === '(' || bracket === '（' ? count + 1 : Math.max(0, count - 1);
  }
  return count;
}

/** The place in an address of a bracket that closes none; `open` are those that are open before it. */
function strayBracket(address: string, open: number): number | undefined {
  let depth = open;
  for (const { 0: bracket, index } of address.matchAll(/[()]/g)) {
    depth += bracket === '(' ? 1 : -1;
    if (depth < 0) return index;
  }
  return undefined;
}

/** Marks that end a sentence, or are typed around an address. An address may end with `_`, as some of 微信 do. */
const ENDS = /[.,;:!?'*~]/;

/**
 * An address that was found in a text, without the marks of the sentence at its end and without brackets there that
 * close none in the address: (https://a.b/c).
 */
export function withoutSentenceEnd(typed: string): string {
  const unopened = new Map([
    [')', count(typed, ')') - count(typed, '(')],
    [']', count(typed, ']') - count(typed, '[')],
  ]);
  let { length } = typed;
  for (; length > 0; length -= 1) {
    const last = typed.charAt(length - 1);
    const surplus = unopened.get(last) ?? 0;
    if (surplus > 0) unopened.set(last, surplus - 1);
    else if (!ENDS.test(last)) break;
  }
  return typed.slice(0, length);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
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
