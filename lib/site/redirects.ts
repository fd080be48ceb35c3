/**
 * Where an old path of this site leads. `path` may be percent-encoded or not.
 * @param redirects as `redirects.yml` lists them
 */
export function redirectFrom(
  path: string,
  redirects: readonly { from: string; to: string }[],
): string | undefined {
  const wanted = decodeURI(path);
  return redirects.find(({ from }) => decodeURI(from) === wanted)?.to;
}
