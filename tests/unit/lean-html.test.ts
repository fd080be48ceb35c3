import { describe, expect, test } from 'vitest';
import { leanHtml } from '#lib/publish/lean-html.ts';

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="zh-CN"><head>${head}</head><body>${body}</body></html>`;

describe('a lean page', () => {
  test.each([
    ['a script of the runtime', '', '<script src="/_next/static/chunks/a.js" async=""></script>'],
    ['flight data', '', '<script>self.__next_f.push([1,"x"])</script>'],
    ['a module script of the runtime', '', '<script type="module" src="/_next/a.js"></script>'],
    ['a comment of React', '', '<!--$--><!--/$--><!-- -->'],
    ['an empty wrapper', '', '<div hidden=""><!--$--><!--/$--></div>'],
    ['an empty template', '', '<template id="B:0"></template>'],
    ['a preload', '<link rel="preload" as="script" href="/_next/a.js">', ''],
    ["Next's own meta", '<meta name="next-size-adjust" content="">', ''],
    ['what Open Graph has said', '<meta name="twitter:image:alt" content="x">', ''],
  ])('is without %s', (_, head, body) => {
    expect(leanHtml(page(head, `<p>正文</p>${body}`))).toBe(page('', '<p>正文</p>'));
  });

  test.each([
    ['JSON-LD', '<script type="application/ld+json">{"a":"<\\/script>"}</script>'],
    ['speculation rules', '<script type="speculationrules">{}</script>'],
    ["the site's own script", '<script src="/scripts/site.js" defer=""></script>'],
    ['text between comments', '<p>a&amp;b &lt;c&gt;</p>'],
    ['a space that does not break, and quotes', '<p title="&quot;a&quot;">a&nbsp;"b"</p>'],
    ['the names of a drawing', '<svg viewBox="0 0 1 1"><clipPath id="a"></clipPath></svg>'],
    ['what has no end tag', '<p>a<br>b<img src="/a.png" alt=""></p>'],
    ['styles', '<style>a>b{content:"&amp;"}</style>'],
    ['an empty element that is no wrapper', '<div></div><span hidden=""></span>'],
    ['a wrapper with content', '<div hidden="">x</div>'],
    ['the word /_next/ in the text', '<p>/_next/static 与 self.__next_f</p>'],
  ])('keeps %s', (_, body) => {
    expect(leanHtml(page('', body))).toBe(page('', body));
  });

  test("keeps the site's own inline script, without the mark", () => {
    expect(leanHtml(page('', '<script data-own="">1</script>'))).toBe(
      page('', '<script>1</script>'),
    );
  });

  test.each([
    ['/sources/%E5%85%89%E6%98%8E%E6%97%A5%E6%8A%A5/2025', '/sources/光明日报/2025'],
    ['/issues/2025-03-31#%E7%94%B2', '/issues/2025-03-31#甲'],
    // What is no letter stays as it is, and so does what leads elsewhere.
    ['/search?q=%22%E7%94%B2%22', '/search?q=%22%E7%94%B2%22'],
    ['/a%2Fb%E7%94%B2%25', '/a%2Fb%E7%94%B2%25'],
    ['/%zz', '/%zz'],
    ['//example.com/%E7%94%B2', '//example.com/%E7%94%B2'],
    ['https://example.com/%E7%94%B2', 'https://example.com/%E7%94%B2'],
  ])('links to %s as %s', (typed, shown) => {
    expect(leanHtml(page('', `<a href="${typed}">甲</a>`))).toBe(
      page('', `<a href="${shown}">甲</a>`),
    );
  });

  test('has the names of attributes in small letters, as HTML has them', () => {
    expect(leanHtml(page('<meta charSet="utf-8"/>', '<time dateTime="2025">x</time>'))).toBe(
      page('<meta charset="utf-8">', '<time datetime="2025">x</time>'),
    );
  });

  test('is without a wrapper of nothing but wrappers', () => {
    const inner = '<template id="B:1"></template><script>1</script>';
    expect(leanHtml(page('', `<p>甲</p><div hidden="">${inner}</div>`))).toBe(
      page('', '<p>甲</p>'),
    );
  });

  test('joins a text that React had parted', () => {
    expect(leanHtml(page('', '<p>第<!-- -->1<!-- -->期</p>'))).toContain('<p>第1期</p>');
  });

  test('loses the attributes that say where its styles came from', () => {
    const styled = leanHtml(
      page('<style data-precedence="next" data-href="/_next/a.css">p{}</style>', ''),
    );
    expect(styled).toContain('<style>p{}</style>');
  });

  test.each([
    ['a stylesheet', '<link rel="stylesheet" href="/_next/static/a.css">'],
    ['a picture', '<img src="/_next/image?url=a" alt="">'],
  ])('is refused when %s of the runtime is left', (_, markup) => {
    expect(() => leanHtml(page('', markup))).toThrow(/_next/);
  });
});
