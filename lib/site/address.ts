/**
 * An address as it leads from anywhere, absolute and of the web or of mail. It is a URI (RFC 3986), which
 * what browsers take for an address need not be: validators and Word refuse a file over one that is none.
 * `undefined` for one that leads nowhere, or that other programs than browsers do not know.
 * @param base the address of the page that it stands on; without it only an absolute address is one
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
