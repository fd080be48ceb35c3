import { describe, expect, test } from 'vitest';
import { parseFeedText } from '#lib/editor/inbox/feeds/parse-feed.ts';
import { growsInStep } from '#tests/support/growth.ts';

const context = {
  url: 'https://feeds.example.net/copyright.xml',
  timeZone: 'Asia/Shanghai',
  now: new Date('2025-03-31T04:00:00Z'),
};
const parse = (text: string) => parseFeedText(text, context);

/** An RSS feed with these entries. */
const rss = (items: string, home = 'https://www.example.com/news/') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>甲报</title><link>${home}</link><description>d</description>${items}</channel></rss>`;
const item = (title: string, rest = '<link>https://www.example.com/1</link>') =>
  `<item><title>${title}</title>${rest}</item>`;

describe('a feed', () => {
  test('of RSS 2.0 is read: entities, CDATA, HTML, a tracked address, a day', () => {
    const text = rss(
      item(
        '某地登记&lt;em&gt;作品&lt;/em&gt;1024件 &amp;amp; <![CDATA[更多]]>',
        `<link>https://www.example.com/1?id=7&amp;utm_source=rss</link>
         <pubDate>Wed, 26 Mar 2025 18:00:00 GMT</pubDate>
         <description>&lt;p&gt;上半年&lt;b&gt;著&lt;/b&gt;作权&lt;/p&gt;&lt;p&gt;登记&lt;/p&gt;</description>
         <content:encoded><![CDATA[<div>全文</div>]]></content:encoded>`,
      ),
    );
    expect(parse(text)).toEqual({
      entries: [
        {
          title: '某地登记作品1024件 & 更多',
          url: 'https://www.example.com/1?id=7',
          day: '2025-03-27',
          summary: '上半年著作权 登记\n全文',
        },
      ],
    });
  });

  test('of RDF, Atom and JSON Feed is read alike', () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>甲</title><link>https://www.example.com/</link></channel>
      <item rdf:about="https://www.example.com/1"><title>一条消息</title><link>https://www.example.com/1</link><description>摘要</description><dc:date>2025-03-26</dc:date></item></rdf:RDF>`;
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>甲</title><entry><title type="html">一条&lt;b&gt;消息&lt;/b&gt;</title>
      <link rel="self" href="https://www.example.com/self"/><link href="https://www.example.com/1"/><published>2025-03-26T10:00:00+08:00</published><updated>2025-03-28T10:00:00Z</updated><summary>摘要</summary></entry></feed>`;
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: '甲',
      items: [
        {
          id: '1',
          url: 'https://www.example.com/1',
          title: '一条消息',
          content_html: '<p>摘要</p>',
          date_published: '2025-03-26T10:00:00+08:00',
        },
      ],
    });
    const entry = {
      title: '一条消息',
      url: 'https://www.example.com/1',
      day: '2025-03-26',
      summary: '摘要',
    };
    for (const text of [rdf, atom, json]) expect(parse(text)).toEqual({ entries: [entry] });
  });

  test('has relative links of the site that it is of', () => {
    const urls = (text: string) => {
      const parsed = parse(text);
      return 'entries' in parsed ? parsed.entries.map(({ url }) => url) : parsed;
    };
    const links = ['a?x=1', '/b', '//c.example/d'].map((link) =>
      item(link, `<link>${link}</link>`),
    );
    expect(urls(rss(links.join('')))).toEqual([
      'https://www.example.com/news/a?x=1',
      'https://www.example.com/b',
      'https://c.example/d',
    ]);
    expect(urls(rss(links[1] ?? '', '/home'))).toEqual(['https://feeds.example.net/b']);
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>甲</title><entry><title>a</title><link href="b"/></entry></feed>';
    expect(urls(atom)).toEqual(['https://feeds.example.net/b']);
  });

  test('may give an entry no day, or one that is still to come: then it has none', () => {
    const parsed = parse(
      rss(
        item('甲', '<link>/1</link>') +
          item('乙', '<link>/2</link><pubDate>Fri, 01 Jan 2100 00:00:00 GMT</pubDate>') +
          item('丙', '<link>/3</link><pubDate>soon</pubDate><dc:date>2025-03-26</dc:date>'),
      ),
    );
    expect('entries' in parsed && parsed.entries.map(({ day }) => day)).toEqual([
      undefined,
      undefined,
      '2025-03-26',
    ]);
  });

  test('has no entries without a title or an address on the web, and each address once', () => {
    const entries = [
      item('', '<link>/1</link>'),
      item('甲', ''),
      item('乙', '<link>javascript:alert(1)</link>'),
      item('丙', '<link>file:///etc/passwd</link>'),
      item('丁', '<guid>4711</guid>'),
      item('戊', '<guid isPermaLink="false">https://www.example.com/no</guid>'),
      item('己', '<guid>https://www.example.com/6</guid>'),
      item('庚', '<link>https://www.example.com/6?utm_medium=rss</link>'),
    ];
    const parsed = parse(rss(entries.join('')));
    expect('entries' in parsed && parsed.entries.map(({ title }) => title)).toEqual(['己']);
  });

  test('cannot move the cursor of a terminal, or turn its text round', () => {
    const title = '甲\u001B[2J乙\u202E丙\n丁\u0007\uD800';
    const text = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: '甲',
      items: [{ id: '1', url: 'https://www.example.com/1', title }],
    });
    const parsed = parse(text);
    expect('entries' in parsed && parsed.entries[0]?.title).toBe('甲[2J乙丙 丁');
  });

  test.each([
    ['<!DOCTYPE html><html><head><title>403</title></head></html>', 'a web page and no feed'],
    ['', 'nothing at all'],
    ['please wait', 'no feed: neither RSS, Atom nor JSON Feed'],
    ['{"items": 3}', 'no feed: neither RSS, Atom nor JSON Feed'],
    [rss('<item><title>a'), 'a damaged feed, which cannot be read'],
    [
      rss(item('&x;')).replace(
        '<rss',
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss',
      ),
      'a damaged feed, which cannot be read',
    ],
  ])('that is %j is told in a few words', (text, fault) => {
    expect(parse(text)).toEqual({ fault });
  });

  test('that is a bomb of entities stays as small as it is', () => {
    const bomb = Array.from(
      { length: 12 },
      (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
    );
    const text = rss(item('甲&e12;')).replace(
      '<rss',
      `<!DOCTYPE r [<!ENTITY e0 "x">${bomb.join('')}]><rss`,
    );
    const parsed = parse(text);
    expect('entries' in parsed && (parsed.entries[0]?.title.length ?? 0)).toBeLessThan(10);
  });

  test('takes time linear in its length, whatever stands in it', () => {
    for (const shape of ['<b a>', '&lt;b', '<', '&', '<![CDATA[<p', '<a><p>']) {
      const long = (times: number) =>
        rss(item('甲', `<link>/1</link><description>${shape.repeat(times)}</description>`));
      const [short, tenfold] = [long(5_000), long(50_000)];
      const inStep = growsInStep(
        10,
        () => parse(short),
        () => parse(tenfold),
      );
      expect(inStep, shape).toBe(true);
    }
  });
});
