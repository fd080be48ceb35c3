/**
 * Makes an address absolute and a valid URI (RFC 3986). Browsers accept more than that, but validators and Word reject
 * a whole file for one invalid address.
 * @param base the address of the page that the link is on; without it, relative addresses are none
 * @returns `undefined` for what is no address, and for other schemes than http, https and mailto
 */
export function absoluteAddress(value: unknown, base?: string): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value, base)) return undefined;
  const { href, protocol, pathname, search, hash } = new URL(value, base);
  if (!/^(https?|mailto):$/.test(protocol)) return undefined;
  const host = href.slice(0, href.length - `${pathname}${search}${hash}`.length);
  const fragment = hash === '' ? '' : `#${escapeRest(hash.slice(1))}`;
  return host + escapeRest(pathname) + escapeRest(search) + fragment;
}

function escapeRest(part: string): string {
  return part
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/[^\w.~:/?@!$&'()*+,;=%-]/g, encodeURIComponent);
}
