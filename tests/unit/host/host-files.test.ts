import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { writeCaddy } from '#lib/publish/host-files/caddy.ts';
import { readHeaders, writeHeaders, writeRedirects } from '#lib/publish/host-files/cloudflare.ts';
import { inlineOf, pagePolicy } from '#lib/publish/host-files/content-policy.ts';
import { headerRules, headersFor } from '#lib/publish/host-files/header-rules.ts';
import { writeNginx } from '#lib/publish/host-files/nginx.ts';
import { assertPublishable } from '#lib/publish/host-files/publishable.ts';
import { redirectPage } from '#lib/publish/host-files/redirect-page.ts';
import { matchesPattern } from '#lib/site/path-patterns.ts';
import { redirectTarget } from '#lib/site/redirects.ts';
import { readInline } from '#tests/support/inline.ts';

const page = (style: string) =>
  `<style>${style}</style><script>1</script><script type="speculationrules">{}</script><script type="application/ld+json">{}</script><script src="/scripts/site.js" type="module"></script>`;
const STYLES: Record<string, string> = { 'not found': 'n{}', issue: 'i{}', wechat: 'w{}' };
const rules = headerRules(
  (kind) => readInline(page(STYLES[kind] ?? '')),
  ['/issues/2025-03-31/0123456789.png'],
);
const policyAt = (path: string) => headersFor(rules, path)['Content-Security-Policy'] ?? '';

describe('the policy of a page', () => {
  test('names its inline styles and scripts, and no data', () => {
    const { styles, scripts, manifest } = readInline(page('i{}'));
    expect([styles.length, scripts.length, manifest]).toEqual([1, 2, false]);
    // echo -n 1 | openssl dgst -sha256 -binary | base64
    expect(scripts[0]).toBe("'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='");
  });

  test('names what the press knows of a page as it stands in the page', () => {
    expect(inlineOf('i{}', ['1', '{}'])).toEqual(readInline(page('i{}')));
  });

  test('is the same for all pages, but for what they need', () => {
    expect(pagePolicy({ styles: ["'s'"], scripts: ["'a'"], manifest: true })).toBe(
      "default-src 'none';script-src 'self' 'a';style-src 's';img-src 'self' https: data:;connect-src 'self';manifest-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
  });

  test('is by what stands at the address', () => {
    const [own = ''] = readInline(page('i{}')).styles;
    const [notFound = ''] = readInline(page('n{}')).styles;
    for (const path of ['/issues/2025-03-31', '/issues/nowhere'])
      for (const hash of [own, notFound]) expect(policyAt(path)).toContain(hash);
    expect(policyAt('/nowhere')).not.toContain(own);
    expect(policyAt('/issues/2025-03-31')).not.toContain('unsafe');
    expect(policyAt('/issues/2025-03-31/wechat')).toContain("style-src-attr 'unsafe-inline'");
    expect(policyAt('/issues/2025-03-31/mail')).not.toContain('script-src');
    expect(policyAt('/issues/2025-03-31/mail')).toContain("form-action 'none'");
    expect(policyAt('/scripts/site.js')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(policyAt('/service-worker.js')).toContain("connect-src 'self'");
  });
});

test.each([
  '/',
  '/issues/2025-03-31',
  '/issues/2025-03-31/mail',
  '/issues/2025-03-31/wechat',
  '/sections/industry',
  '/search',
  '/about',
  '/nowhere',
])('the page at %s may ask the site, and its forms lead nowhere else', (path) => {
  expect(policyAt(path)).toContain(";connect-src 'self';");
  expect(policyAt(path)).toMatch(/;form-action '(self|none)';/);
});

test('a file that is named after its bytes is cached for ever', () => {
  expect(headersFor(rules, '/issues/2025-03-31/0123456789.png')['Cache-Control']).toBe(
    'public, max-age=31536000, immutable',
  );
  expect(headersFor(rules, '/issues/2025-03-31/months.png')['Cache-Control']).toBe('no-cache');
});

describe('_headers', () => {
  test('are read as they were written', () => {
    expect(readHeaders(writeHeaders(rules))).toEqual(rules);
  });

  test('take back what an earlier rule says, as Cloudflare wants it', () => {
    const text = writeHeaders([
      { pattern: '/*', headers: { A: '1', B: '1' } },
      { pattern: '/*.xml', headers: { C: '1' } },
      { pattern: '/*feed.xml', headers: { C: '2' } },
      { pattern: '/a', headers: { A: '2', C: '3' } },
    ]);
    expect(text).toBe(
      '/*\n  A: 1\n  B: 1\n\n/*.xml\n  C: 1\n\n/*feed.xml\n  ! C\n  C: 2\n\n/a\n  ! A\n  A: 2\n  C: 3\n',
    );
  });

  test('keep to what Cloudflare reads: 100 rules, 2,000 characters a line', () => {
    const many = Array.from({ length: 50 }, (_, at) => `/issues/2025-03-31/${at}.png`);
    // These have no layout of their own, and so the styles of the page that is not found.
    const plain = new Set(['about', 'accessibility', 'offline', 'clipping', 'not found']);
    const all = headerRules((kind) => readInline(page(plain.has(kind) ? '' : `${kind}{}`)), many);
    expect(headersFor(all, '/accessibility')).toEqual(headersFor(all, '/nowhere'));
    expect(headersFor(all, '/feeds')).not.toEqual(headersFor(all, '/nowhere'));
    expect(all.length).toBeLessThanOrEqual(100);
    for (const line of writeHeaders(rules).split('\n')) expect(line.length).toBeLessThan(2000);
  });
});

test.each([
  ['/*', '/', true],
  ['/*', '/a/b', true],
  ['/a', '/a', true],
  ['/a', '/a/b', false],
  ['/issues/*/mail', '/issues/x/mail', true],
  ['/issues/*/mail', '/issues/mail', false],
  ['/*.md', '/issues/a.md', true],
  ['/*.md', '/a.mdx', false],
])('%s names %s: %s', (pattern, path, expected) => {
  expect(matchesPattern(pattern, path)).toBe(expected);
});

const moves = [
  { from: '/sources/%E6%97%A7', to: '/sources/%E6%96%B0?a=1#b' },
  { from: '/issues', to: '/archive' },
];

test('an old address redirects in the files of every host', () => {
  expect(writeRedirects(moves)).toContain('/issues /archive 308\n');
  expect(writeNginx(rules, moves)).toContain(
    'location = "/issues" { return 308 "/archive$is_args$args"; }',
  );
  expect(writeNginx(rules, moves)).toContain(
    'location = "/sources/旧" { return 308 "/sources/%E6%96%B0?a=1#b"; }',
  );
  expect(writeCaddy(rules, moves)).toContain('redir @moved1 "/archive" 308');
  const [move = { from: '', to: '' }] = moves;
  const leads = redirectPage(move, 'https://a.example', 'zh-CN');
  expect(leads).toContain('content="0; url=/sources/%E6%96%B0?a=1#b"');
  expect(leads).toContain(
    '<link rel="canonical" href="https://a.example/sources/%E6%96%B0?a=1#b">',
  );
});

test.each(['/a"><script>b</script>', "/a'b", 'https://example.org/?a="&b=<i>', '/a;url=/b'])(
  'the page that leads to %s is HTML with that address alone in it',
  (to) => {
    const leads = redirectPage({ from: '/old', to: redirectTarget(to) }, 'https://a.example', 'zh');
    const { childNodes } = parseFragment(leads);
    const elements = childNodes.flatMap((node) => ('tagName' in node ? [node.tagName] : []));
    expect(elements).toEqual(['meta', 'title', 'meta', 'link', 'p']);
    const address = redirectTarget(to).replaceAll('&', '&amp;');
    expect(leads).toContain(`<meta http-equiv="refresh" content="0; url=${address}">`);
    expect(leads).toContain(`<a href="${address}">`);
  },
);

describe('a file of public/', () => {
  test.each([
    ['.env', 'hidden'],
    ['.DS_Store', 'hidden'],
    ['issues/.git/config', 'hidden'],
    ['.well-known/.env', 'hidden'],
    ['issues/.well-known/a.txt', 'hidden'],
    ['.well-known', 'hidden'],
    ['_notes.txt', 'never serve'],
    ['issues/table.csv.gz', 'never serve'],
    ['a.br', 'never serve'],
    ['nginx.conf', 'never serve'],
  ])('%s is refused', (name, reason) => {
    expect(() => assertPublishable(['a.pdf', name])).toThrow(
      new RegExp(`^public/${name.replaceAll('.', '\\.')} .*${reason}.*: .*\\.$`),
    );
  });

  test.each(['.well-known/security.txt', 'a.pdf', 'CNAME', 'issues/a.b.png', 'a_b', 'a./b'])(
    '%s is published',
    (name) => expect(() => assertPublishable([name])).not.toThrow(),
  );
});
