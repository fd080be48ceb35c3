/**
 * The target of the redirect from an old path, percent-encoded; `undefined` where there is no redirect.
 * @param path percent-encoded or not
 * @param redirects as `redirects.yml` lists them
 */
export function redirectFrom(
  path: string,
  redirects: readonly { from: string; to: string }[],
): string | undefined {
  const wanted = redirectSource(path);
  const redirect = redirects.find(({ from }) => redirectSource(from) === wanted);
  return redirect && redirectTarget(redirect.to);
}

const BASE = 'http://x';

/**
 * The target of a redirect, percent-encoded for a `Location` header. What is encoded already stays as it is. Characters
 * with a special meaning in the files that hosts read are encoded too: `$` in nginx's, `{…}` in Caddy's, `*` and
 * `:splat` in `_redirects`. The address means the same when they are encoded.
 */
export function redirectTarget(to: string): string {
  const { href, origin, pathname, search, hash } = new URL(to, BASE);
  const rest = escapeSigns(pathname + search + hash);
  return origin === BASE
    ? rest
    : href.slice(0, href.length - (pathname + search + hash).length) + rest;
}

/**
 * The old path of a redirect, percent-encoded as browsers send it. Characters with a special meaning in `_redirects`
 * are encoded too: `*` and `:name`.
 */
export function redirectSource(from: string): string {
  return encodeURI(decodeURIComponent(from)).replace(/[?#*]|:(?=[a-z_])/gi, percentEncoded);
}

/** Whether browsers can ask for a path exactly as it is: it has no `..`, `//` or the like, which they change. */
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
