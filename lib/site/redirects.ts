/**
 * Where an old path of this site leads, percent-encoded. `path` may be percent-encoded or not.
 * @param redirects as `redirects.yml` lists them
 */
export function redirectFrom(
  path: string,
  redirects: readonly { from: string; to: string }[],
): string | undefined {
  const wanted = redirectSource(path);
  const found = redirects.find(({ from }) => redirectSource(from) === wanted);
  return found && redirectTarget(found.to);
}

const BASE = 'http://x';

/**
 * The target of a redirect as a `Location` takes it: what is encoded already stays as it is. Encoded too is what
 * stands for something else in one of the files for hosts: `$` in nginx's, `{…}` in Caddy's, `*` and `:splat` in
 * `_redirects`. An address means the same with it encoded.
 */
export function redirectTarget(to: string): string {
  const { href, origin, pathname, search, hash } = new URL(to, BASE);
  const rest = escapeSigns(pathname + search + hash);
  return origin === BASE
    ? rest
    : href.slice(0, href.length - (pathname + search + hash).length) + rest;
}

/**
 * The old path of a redirect as a browser asks for it, but for what stands for other paths in `_redirects`: `*` for
 * any, `:name` for any name.
 */
export function redirectSource(from: string): string {
  return encodeURI(decodeURIComponent(from)).replace(/[?#*]|:(?=[a-z_])/gi, percentEncoded);
}

/** Whether a path can be asked for as it is: it has no step that a browser or a host leaves out. */
export function isOldPath(path: string): boolean {
  if (!/^\/[^?#]*[^/?#]$/.test(path) || !isDecodable(path)) return false;
  const decoded = decodeURIComponent(path);
  const { origin, pathname } = new URL(path, BASE);
  const isAsked = origin === BASE && decodeURIComponent(pathname) === decoded;
  return isAsked && !/\/\/|\p{Cc}/u.test(decoded) && !/\/\.{1,2}(?:\/|$)/.test(decoded);
}

function escapeSigns(text: string): string {
  return text.replace(/[$*"'`{}|\\^<>]|:(?=[a-z_])/gi, percentEncoded);
}

/** An ASCII character, percent-encoded (RFC 3986, 2.1). */
function percentEncoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Whether every % in an address begins an escape of UTF-8. */
export function isDecodable(address: string): boolean {
  try {
    return decodeURI(address) !== '';
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
