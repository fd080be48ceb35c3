import { expect, test } from 'vitest';
import { isOldPath, redirectFrom, redirectSource, redirectTarget } from '#lib/site/redirects.ts';
import { oddRedirects } from '#tests/support/odd-redirects.ts';

test('a redirect is found however its path is encoded', () => {
  const redirects = [{ from: '/sources/旧名', to: '/sources/新名' }];
  expect(redirectFrom('/sources/旧名', redirects)).toBe(encodeURI('/sources/新名'));
  expect(redirectFrom(encodeURI('/sources/旧名'), redirects)).toBe(encodeURI('/sources/新名'));
  const elsewhere = 'https://example.com/?u=https%3A%2F%2Fa.b';
  expect(redirectFrom('/a', [{ from: '/a', to: elsewhere }])).toBe(elsewhere);
  expect(redirectFrom('/sources/别名', redirects)).toBeUndefined();
});

test.each(oddRedirects)('$from leads to $to in every file for hosts', ({ from, to, leads }) => {
  expect(isOldPath(from)).toBe(true);
  expect(redirectTarget(to)).toBe(leads);
  expect(decodeURIComponent(redirectSource(from))).toBe(decodeURIComponent(from));
  expect(redirectSource(from)).not.toMatch(/[*?#\s]|:[a-z]/i);
  expect(redirectFrom(redirectSource(from), [{ from, to }])).toBe(leads);
});

test.each([
  '/',
  'a',
  '/a/',
  '/a?b',
  '/a#b',
  '/../a',
  '/a/../../b.html',
  '/a/%2e%2E/b',
  '/a%2F..%2Fb',
  '/a/./b',
  '//example.org/a',
  '/a//b',
  '/a\\b',
  '/a\nb',
  '/a%0Ab',
  '/a%00',
  '/a ',
  '/%zz',
])('%j is refused as the old path of a redirect', (path) => {
  expect(isOldPath(path)).toBe(false);
});
