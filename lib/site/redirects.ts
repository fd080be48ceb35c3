/**
 * Where an old path of this site leads, percent-encoded. `path` may be percent-encoded or not.
 * @param redirects as `redirects.yml` lists them
 */
export function redirectFrom(
  path: string,
  redirects: readonly { from: string; to: string }[],
): string | undefined {
  const wanted = decodeURI(path);
  const found = redirects.find(({ from }) => decodeURI(from) === wanted);
  return found && redirectTarget(found.to);
}

/** The target of a redirect as a `Location` takes it: what is encoded already stays as it is. */
export function redirectTarget(to: string): string {
  const base = 'http://x';
  const url = new URL(to, base);
  return url.origin === base ? url.pathname + url.search + url.hash : url.href;
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
