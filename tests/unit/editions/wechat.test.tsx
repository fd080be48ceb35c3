import { parse, parseFragment } from 'parse5';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { WechatEdition } from '#components/WechatEdition.tsx';
import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { cut } from '#lib/editions/cut.ts';
import { WECHAT_LIMITS, wechatEdition } from '#lib/editions/wechat/edition.ts';
import { xmlText } from '#lib/syndication/xml-text.ts';
import { addressAt, isPage } from '#lib/views/addresses.ts';
import { wechatPage } from '#lib/views/wechat.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { hostileIssue } from '#tests/support/hostile-letter.ts';
import { elementsOf, textOf, withoutBlanks } from '#tests/support/markup.ts';
import { parseText, testRegistries } from '#tests/support/registries.ts';
import { readShipped } from '#tests/support/shipped.ts';

const { site } = testRegistries();
let shipped: Archive;
beforeAll(async () => {
  shipped = await readShipped();
});

function editionOf(text: string) {
  const { issue } = parseText(text);
  if (issue === undefined) throw new Error('the text is no issue');
  return wechatEdition(issue, site);
}

const itemsOf = ({ sections }: Issue) => sections.flatMap(({ items }) => items);

describe('the 公众号 article', () => {
  test('is made of what its editor keeps: no class, id, link, position, script or style sheet', () => {
    const issues = [parseText(hostileIssue).issue, ...shipped.issues];
    for (const issue of issues) {
      if (issue === undefined) throw new Error('the text is no issue');
      const { html } = wechatEdition(issue, site);
      const elements = elementsOf(parseFragment(html));
      expect(elements.length).toBeGreaterThan(10);
      expect(elements[0]?.tagName).toBe('section');
      for (const { tagName, attrs } of elements) {
        expect(tagName).toMatch(
          /^(section|p|span|strong|em|code|pre|br|img|blockquote|ul|ol|li|table|thead|tbody|tr|th|td|hr)$/,
        );
        for (const { name, value } of attrs) {
          expect(`${tagName} ${name}`).toMatch(/ style$|^img (src|alt)$|^ol start$/);
          if (name !== 'style') continue;
          expect(value).not.toMatch(/position\s*:|(^|;)\s*(top|left|right|bottom|float)\s*:|url\(/);
          // WeChat recolours for its dark mode: what has no ground and no colour reads on any.
          expect(value).not.toMatch(/background|(^|;)\s*color\s*:/);
        }
      }
    }
  });

  test('holds every word of the issue, its sources with their days and addresses, its permalinks', () => {
    for (const issue of shipped.issues) {
      const { html } = wechatEdition(issue, shipped.site);
      const whole = withoutBlanks(textOf(html));
      for (const item of itemsOf(issue)) {
        expect(whole).toContain(withoutBlanks(item.title));
        // Numbers of notes stand among the words.
        const words = withoutBlanks(textOf(item.html.__html));
        expect(whole.replace(/\[\d+\]/g, '')).toContain(words.replace(/\[\d+\]/g, ''));
        expect(whole).toContain(`${shipped.site.origin}/issues/${issue.date}/${item.id}`);
        for (const { source, url, date } of item.attributions) {
          expect(whole).toContain(withoutBlanks(source.name) + (date ?? ''));
          if (url !== undefined) expect(whole).toContain(url);
        }
      }
      for (const { section } of issue.sections) expect(whole).toContain(section.name);
    }
  });

  test('numbers each address once, where it is first named, and lists it in plain text', () => {
    const { html } = editionOf(hostileIssue);
    const text = textOf(html.replace(/<br>|<p/g, '\n$&'));
    expect(text).toContain('带链接[1]。');
    expect(text).toContain('见公告[2]与上期[3]，又见公告[2]，');
    expect(text).toContain(
      '来源：证券日报 2025-03-26[4]、光明日报 2025-03-27、羊城晚报 · 本条地址[5]',
    );
    const list = text.split('\n').filter((line) => /^\[\d+\] /.test(line));
    expect(list.slice(0, 5)).toEqual([
      '[1] https://example.com/lead',
      '[2] https://example.com/notice?a=1&b=2',
      '[3] https://digest.example/issues/2025-03-24',
      '[4] https://example.com/a?x=1&y=2',
      '[5] https://digest.example/issues/2025-03-31/formats',
    ]);
  });

  test('names the pictures to be uploaded, in its text and beside it', () => {
    const { html, pictures } = editionOf(hostileIssue);
    expect(pictures).toEqual([
      { address: 'https://digest.example/issues/2025-03-31/a.png', alt: '图一 "引"' },
      { address: 'https://example.com/b.png', alt: '' },
    ]);
    expect(textOf(html)).toContain('【图1，请上传：图一 "引"】');
    expect(textOf(html)).toContain('【图2，请上传】');
  });

  test('keeps markup that was typed as text, and leaves out what no document may hold', () => {
    const { html } = editionOf(hostileIssue);
    const text = textOf(html);
    expect(text).toContain('题目有<b>&"\' 与 ]]> 和 𠮷野家 👩‍👩‍👧‍👦');
    expect(text).toContain('导语有<b>、&amp;、"引号"与\'单引号\'，还有]]>。');
    expect(xmlText(html)).toBe(html);
    expect(html).toContain('if (a &lt; b)&nbsp; {<br>&nbsp; c<br>}');
    // A browser reads it as it was written: nothing is left open or misplaced.
    expect(textOf(`<body>${html}</body>`)).toBe(text);
    expect(elementsOf(parse(`<body>${html}</body>`)).length).toBe(
      elementsOf(parseFragment(html)).length + 3,
    );
  });

  test('is counted with its markup', () => {
    const { html, count } = editionOf(hostileIssue);
    expect(count).toBe(html.length);
    for (const issue of shipped.issues)
      expect(wechatEdition(issue, shipped.site).count).toBeLessThanOrEqual(WECHAT_LIMITS.article);
  });
});

describe('the suggested title and digest', () => {
  const item = '## 产业要闻\n\n### 甲\n\n正文。\n\n来源：光明日报\n';

  test('are the heading and the summary', () => {
    const { title, digest } = editionOf(`---\nnumber: 3\nsummary: 导语一句。\n---\n\n${item}`);
    expect([title, digest]).toEqual(['试刊 2025年3月31日 第3期', '导语一句。']);
  });

  test('are never longer than what is taken, whatever they are counted in', () => {
    const long = '甲𠮷👩‍👩‍👧‍👦'.repeat(15);
    const { title, digest } = editionOf(
      `---\nnumber: 3\ntitle: ${long}\nsummary: ${long}\n---\n\n${item}`,
    );
    expect(title.length).toBeLessThanOrEqual(32);
    expect(digest.length).toBeLessThanOrEqual(128);
    expect(title).toBe(`${'甲𠮷👩‍👩‍👧‍👦'.repeat(2)}甲𠮷…`);
  });

  test('are the headlines where there is no summary, cut where a sentence or a headline ends', () => {
    expect(editionOf(item).digest).toBe('甲');
    const { digest } = editionOf(item.replace('甲', '某地公布上半年登记数量'.repeat(3)).repeat(1));
    expect(digest).toBe('某地公布上半年登记数量'.repeat(3));
    const heads = Array.from({ length: 20 }, (_, at) => `第${at + 10}条的标题`).join('；');
    const short = cut(heads, 128);
    expect(short.length).toBeLessThanOrEqual(128);
    expect(short).toMatch(/标题…$/);
    expect(cut(`${'字'.repeat(70)}。${'文'.repeat(90)}`, 128)).toBe(`${'字'.repeat(70)}。`);
  });

  test('leave the number out where it would make the title too long', () => {
    const title = '二'.repeat(30);
    expect(editionOf(`---\nnumber: 1234\ntitle: ${title}\n---\n\n${item}`).title).toBe(title);
  });
});

describe('the 公众号 page', () => {
  test('stands beside its issue, and search engines are told to leave it', async () => {
    const archive = await readArchive(contentFolderWith({ '2025-03-31.md': hostileIssue }));
    const address = addressAt(archive, '/issues/2025-03-31/wechat');
    expect(address !== undefined && isPage(address) && address.props().head).toMatchObject({
      unlisted: true,
      canonical: 'https://digest.example/issues/2025-03-31/wechat',
    });
    expect(addressAt(archive, '/issues/2025-03-24/wechat')).toBeUndefined();
    expect(wechatPage(archive, { date: '2025-03-24' })).toBeUndefined();
  });

  test('says when the article is too long for a 公众号, and by how much', async () => {
    const archive = await readArchive(
      contentFolderWith({ '2025-03-24.md': sampleIssue(1), '2025-03-31.md': sampleIssue(2, 60) }),
    );
    const show = (date: string) => {
      const props = wechatPage(archive, { date });
      if (props === undefined) throw new Error(`there is no issue of ${date}`);
      return {
        count: props.edition.count,
        text: textOf(renderToStaticMarkup(<WechatEdition {...props} />)),
      };
    };
    const short = show('2025-03-24');
    expect(short.text).toContain(`连同格式标记共${short.count.toLocaleString('zh-CN')}字符，`);
    expect(short.text).not.toContain('太长');
    const long = show('2025-03-31');
    expect(long.count).toBeGreaterThan(20_000);
    expect(long.text).toContain(
      `太长：连同格式标记共${long.count.toLocaleString('zh-CN')}字符，公众号要求少于20,000，至少要删去${(long.count - 19_999).toLocaleString('zh-CN')}字符；`,
    );
  });
});
