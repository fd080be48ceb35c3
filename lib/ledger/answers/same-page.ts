/** Whether a redirect leads to the same page by another spelling: TLS, `www.`, a mobile host, a slash, parameters. */
export function isSamePage(cited: string, url: string): boolean {
  return spellingOf(cited) === spellingOf(url);
}

function spellingOf(url: string): string {
  const { hostname, pathname } = new URL(url);
  const host = hostname.replace(/^(?:www|m|wap|3g|mobile)\./, '');
  const parts = pathname.split('/').filter((part) => part !== '');
  if (/^(?:index|default)\.\w{2,5}$/.test(parts.at(-1) ?? '')) parts.pop();
  return [host, ...parts].join('/');
}

/** Whether an address is the front page of a host or of a part of it: nothing in it names an article. */
export function isFrontPage(url: string): boolean {
  const { pathname } = new URL(url);
  return (
    /^\/(?:index|default|home|main)?(?:\.\w{2,5})?\/?$/.test(pathname) ||
    /^\/(?:404|error|notfound|not-found)\b/i.test(pathname)
  );
}

/** Whether an address is where a site asks who is there. */
export function isGate(url: string): boolean {
  const { hostname, pathname } = new URL(url);
  return GATE.test(`${hostname}${pathname}`.toLowerCase());
}

const GATE =
  /(?:^|[./_-])(?:log-?in|sign-?in|passport|sso|auth|verify|captcha|challenge|consent|antispider|waf)(?:[./_-]|$)/;
