import { describe, expect, test } from 'vitest';
import { readArticle } from '#lib/article/read-article.ts';
import { decodeText } from '#lib/web/decode-text.ts';
import { MARKED_ARTICLES } from '#tests/support/marked-articles.ts';
import { PLAIN_ARTICLES } from '#tests/support/plain-articles.ts';

const ARTICLE_PAGES = [...MARKED_ARTICLES, ...PLAIN_ARTICLES];

const options = { timeZone: 'Asia/Shanghai' };

describe('what a page says', () => {
  test.each(ARTICLE_PAGES)('$name', ({ html, address, title, publisher, day }) => {
    const article = readArticle(html, address, options);
    expect({ title: article.title, publisher: article.publisher, day: article.day }).toEqual({
      title,
      publisher,
      day,
    });
  });
});

const [FIRST] = ARTICLE_PAGES;
if (FIRST === undefined) throw new Error('there is no page');

test('reads the text, without navigation, sidebar and foot', () => {
  const { paragraphs } = readArticle(FIRST.html, FIRST.address, options);
  expect(paragraphs).toHaveLength(3);
  expect(paragraphs.join('')).not.toMatch(/首页|另一条消息|版权所有/);
});

test('reads a page in GB18030 that names no encoding', () => {
  // 版权登记 in GB18030.
  const title = Buffer.from([0xb0, 0xe6, 0xc8, 0xa8, 0xb5, 0xc7, 0xbc, 0xc7]);
  const bytes = Buffer.concat([Buffer.from('<title>'), title, Buffer.from('</title><p>')]);
  const html = decodeText(bytes, 'text/html');
  expect(readArticle(html, 'https://a.example/1', options).title).toBe('版权登记');
});

test.each([
  [
    '<title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/x.js"></script>',
    'challenge',
  ],
  ['<title>安全验证</title><p>请完成验证</p>', 'challenge'],
  ['<html><script>var arg1="ABC";acw_sc__v2()</script></html>', 'challenge'],
  ['<title>404 Not Found</title>', 'missing'],
  ['<title>某网</title><p>您访问的页面不存在</p>', 'missing'],
  ['<title>用户登录 - 某网</title><form></form>', 'sign-in'],
])('finds that a page is no article: %s', (html, obstacle) => {
  expect(readArticle(html, 'https://a.example/1', options).obstacle).toBe(obstacle);
});

test.each(ARTICLE_PAGES)('an article is no obstacle: $name', ({ html, address }) => {
  expect(readArticle(html, address, options).obstacle).toBeUndefined();
});

test.each([
  ['https://www.a.example/1', 'https://www.a.example/1'],
  ['/1?id=2#top', 'https://m.a.example/1?id=2'],
  ['https://evil.example/1', 'https://m.a.example/x'],
  ['https://a.example/', 'https://m.a.example/x'],
  ['javascript:alert(1)', 'https://m.a.example/x'],
])('canonical %s', (href, expected) => {
  const html = `<link rel="canonical" href="${href}"><p>a</p>`;
  expect(readArticle(html, 'https://m.a.example/x', options).address).toBe(expected);
});

test.each([
  ['nothing', ''],
  ['a text', 'plain'],
  ['tags that never end', '<div><p><script type="application/ld+json">'],
  ['deep nesting', '<div>'.repeat(20_000)],
  [
    'deep JSON',
    `<script type="application/ld+json">${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}</script>`,
  ],
  ['null bytes', '\0<title>\0</title>'],
])('survives %s', (_, html) => {
  expect(readArticle(html, 'https://a.example/1', options).host).toBe('a.example');
});
