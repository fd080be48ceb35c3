/**
 * Query parameters that track readers and do not change the page: those that Firefox removes
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

/** A pattern for one character of an address (RFC 3986, 2). */
export const ADDRESS_CHARACTER = String.raw`[\w\-.~:/?#[\]@!$&'()*+,;=%]`;
/** An address in a text, with all characters after it that an address may have. */
const ADDRESS = new RegExp(String.raw`(?:https?:|www\.|\/\/)${ADDRESS_CHARACTER}*`, 'gi');

/**
 * What stands before the address of a broken link: brackets with a space between them, of full width, in the wrong
 * order or of the wrong kind, or a `<` that is not closed.
 */
const NEAR_LINK =
  /(?:[\]］}｝]\s?[(（{｛]|[)）]\s?[[［]|[[［{｛][^[\]［］{}｛｝()（）\n]{1,80}[)）]\s?[(（])\s*<?$|<$/;
/** A broken link begins at most so many characters before its address. */
const LONGEST_LABEL = 90;

/**
 * Finds broken links: a bracket of the link is wrong or missing, or a bracket after the address closes none. Returns
 * their indices, at most one for each address.
 */
export function findBrokenLinks(text: string): number[] {
  const broken: number[] = [];
  // How many brackets are open before the current address.
  let open = 0;
  let counted = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    open = countOpen(text.slice(counted, index), open);
    counted = index + address.length;
    const from = Math.max(0, index - LONGEST_LABEL);
    const before = NEAR_LINK.exec(text.slice(from, index));
    const stray = strayBracket(address, open);
    if (before !== null) broken.push(from + before.index);
    else if (stray !== undefined) broken.push(index + stray);
    open = countOpen(address, open);
  }
  return broken;
}

function countOpen(text: string, open: number): number {
  let count = open;
  for (const [bracket] of text.matchAll(/[()（）\n]/g)) {
    if (bracket === '\n') count = 0;
    else count = bracket === '(' || bracket === '（' ? count + 1 : Math.max(0, count - 1);
  }
  return count;
}

/** The index in an address of a bracket that closes none. `open` is the number of open brackets before the address. */
function strayBracket(address: string, open: number): number | undefined {
  let depth = open;
  for (const { 0: bracket, index } of address.matchAll(/[()]/g)) {
    depth += bracket === '(' ? 1 : -1;
    if (depth < 0) return index;
  }
  return undefined;
}

/** Marks that end a sentence or enclose an address. `_` is not one: some addresses of 微信 end with it. */
const SENTENCE_END = /[.,;:!?'*~]/;

/**
 * An address from a text, without punctuation at its end and without closing brackets that belong to the text around
 * it: (https://a.b/c).
 */
export function withoutSentenceEnd(address: string): string {
  const unopened = new Map([
    [')', count(address, ')') - count(address, '(')],
    [']', count(address, ']') - count(address, '[')],
  ]);
  let { length } = address;
  for (; length > 0; length -= 1) {
    const last = address.charAt(length - 1);
    const surplus = unopened.get(last) ?? 0;
    if (surplus > 0) unopened.set(last, surplus - 1);
    else if (!SENTENCE_END.test(last)) break;
  }
  return address.slice(0, length);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** Whether `url` is an absolute http(s) address. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

/** Whether a link may lead there: to the web, a mail address, or a path or anchor of this site. */
export function isSafeLink(url: string): boolean {
  return isWebAddress(url) || /^mailto:[^\s@]+@[^\s@]+$/i.test(url) || /^(\/(?![/\\])|#)/.test(url);
}

/** An address without tracking parameters. An address without any comes back unchanged. */
export function withoutTracking(url: string): string {
  const [base = '', query] = url.split(/\?(.*)/s);
  if (query === undefined) return url;
  const [parameters = '', fragment] = query.split(/#(.*)/s);
  const others = parameters.split('&').filter((pair) => !TRACKING.test(pair.split('=')[0] ?? ''));
  if (others.length === parameters.split('&').length) return url;
  const search = others.length === 0 ? '' : `?${others.join('&')}`;
  return base + search + (fragment === undefined ? '' : `#${fragment}`);
}
