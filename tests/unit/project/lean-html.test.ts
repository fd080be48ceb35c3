import { describe, expect, test } from 'vitest';
import { settingsScript } from '#components/inline-scripts.ts';
import { leanHtml } from '#tests/support/lean-html.ts';

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="zh-CN"><head>${head}</head><body>${body}</body></html>`;
const sameAs = (one: string, other: string) =>
  JSON.stringify(leanHtml(one)) === JSON.stringify(leanHtml(other));

describe('what a page holds', () => {
  test.each([
    ['a script of the runtime', '', '<script src="/_next/static/chunks/a.js" async=""></script>'],
    ['flight data', '', '<script>self.__next_f.push([1,"x"])</script>'],
    ['a script with an id of React', '', '<script id="_R_">1</script>'],
    ['a comment of React', '', '<!--$--><!--/$--><!-- -->'],
    ['an empty wrapper', '', '<div hidden=""><!--$--><!--/$--></div>'],
    ['an empty template', '', '<template id="B:0"></template>'],
    ['a preload', '<link rel="preload" as="script" href="/_next/a.js">', ''],
  ])('is without %s', (_, head, body) => {
    expect(leanHtml(page(head, `<p>正文</p>${body}`))).toEqual(leanHtml(page('', '<p>正文</p>')));
  });

  test.each([
    ['an element', '<p>甲</p><p>乙</p>', '<p>甲</p>'],
    ['the order of elements', '<b>甲</b><i>甲</i>', '<i>甲</i><b>甲</b>'],
    ['an attribute', '<p id="a">甲</p>', '<p>甲</p>'],
    ['the value of an attribute', '<p id="a">甲</p>', '<p id="b">甲</p>'],
    ['the order of attributes', '<p id="a" lang="en">甲</p>', '<p lang="en" id="a">甲</p>'],
    ['a text', '<p>甲</p>', '<p>乙</p>'],
    ['a blank', '<p>甲 乙</p>', '<p>甲乙</p>'],
    ['where a link leads', '<a href="/a">甲</a>', '<a href="/b">甲</a>'],
    ['JSON-LD', '<script type="application/ld+json">{"a":1}</script>', ''],
    [
      'what JSON-LD says',
      ...([1, 2].map((n) => `<script type="application/ld+json">${n}</script>`) as [
        string,
        string,
      ]),
    ],
    ['speculation rules', '<script type="speculationrules">{}</script>', ''],
    ["the site's own script", '<script type="module" src="/scripts/site.js"></script>', ''],
    ["the site's own inline script", `<script>${settingsScript}</script>`, ''],
    ['a wrapper with content', '<div hidden="">x</div>', ''],
    ['the names of a drawing', '<svg viewBox="0 0 1 1"></svg>', '<svg viewbox="0 0 1 1"></svg>'],
  ])('is different for pages with other %s', (_, one, other) => {
    expect(sameAs(page('', one), page('', other))).toBe(false);
  });

  test.each([
    [
      'names of attributes in capitals',
      '<time dateTime="2025">x</time>',
      '<time datetime="2025">x</time>',
    ],
    ['names of classes', '<p class="a">x</p>', '<p class="b">x</p>'],
    ['how an element without an end is written', '<p>a<br/>b</p>', '<p>a<br>b</p>'],
    ['how a character is escaped', '<p>&#x27;</p>', "<p>'</p>"],
    ['styles', '<style>a{}</style>', '<style>b{}</style>'],
    ['a text that React has parted', '<p>第<!-- -->1<!-- -->期</p>', '<p>第1期</p>'],
    ['letters of a link that are encoded', '<a href="/%E7%94%B2">x</a>', '<a href="/甲">x</a>'],
  ])('is the same with other %s', (_, one, other) => {
    expect(sameAs(page('', one), page('', other))).toBe(true);
  });

  test.each([
    ['a stylesheet', '<link rel="stylesheet" href="/_next/static/a.css">'],
    ['a picture', '<img src="/_next/image?url=a" alt="">'],
  ])('is refused when %s of the runtime is left', (_, markup) => {
    expect(() => leanHtml(page('', markup))).toThrow(/_next/);
  });
});
