import { beforeAll, describe, expect, test } from 'vitest';
import type { Imported } from '#lib/editor/import/convert.ts';
import { PICTURE, seedDocx, seedHtml, seedText } from '#tests/support/documents.ts';
import { errorsOf, importText, outline, rulesOf, titlesOf } from '#tests/support/imports.ts';

describe('an issue in plain text', () => {
  let seed: Imported;
  beforeAll(async () => {
    seed = await importText(seedText, 'paste.txt');
  });

  test('becomes its day, sections, items and sources, without a fault', () => {
    expect([seed.date, seed.dateFrom]).toEqual(['2025-03-31', 'from the text']);
    expect(seed.issue?.sections.map(({ items }) => items.length)).toEqual([2, 6, 7, 1]);
    const items = seed.issue?.sections.flatMap((section) => section.items) ?? [];
    expect(items.flatMap(({ attributions }) => attributions)).toHaveLength(16);
    expect(new Set(rulesOf(seed))).toEqual(new Set(['source-unknown']));
    expect(seed.text.match(/^### /gm)).toHaveLength(16);
    expect(seed.text.match(/^来源：/gm)).toHaveLength(16);
  });

  test('keeps its brackets, numbers and days, and has every mark beside Chinese full-width', () => {
    expect(seed.text.match(/（[^（）]*）/g)).toHaveLength(8);
    const body = seed.text.slice(seed.text.indexOf('##'));
    expect(body.match(/\p{Script=Han}[,:;()]|[,:;()]\p{Script=Han}/gu)).toBeNull();
    expect(seed.text).toContain('7.88亿人');
    expect(seed.text).toContain('# 发布时间:2025-03-31');
  });

  test('gives the same when its result is imported again', async () => {
    const again = await importText(seed.text, '2025-03-31.md');
    expect(again.text).toBe(seed.text);
  });

  test('gives the same from a page and from Word', async () => {
    const html = await importText(seedHtml(), 'page.html');
    const docx = await importText(await seedDocx(), 'issue.docx');
    expect(errorsOf(html)).toEqual([]);
    expect(docx.text).toBe(html.text);
    const sections = outline(html) ?? [];
    const attached = sections.at(-1)?.items.pop();
    expect(sections).toEqual(outline(seed));
    expect(attached).toEqual({
      title: '附表',
      text: expect.stringMatching(/^见下表。\n季度\n营收\n第四季度\n206亿元\n/),
      sources: ['证券日报'],
    });
    for (const { pictures, text } of [html, docx]) {
      expect(pictures.map(({ bytes }) => bytes)).toEqual([PICTURE]);
      expect(text).toContain(`![图](/issues/2025-03-31/${pictures[0]?.name})`);
    }
  });
});

test('sections are recognised by name, alias, number, brackets and bold', async () => {
  const item = (title: string) => `【${title}】正文。（来源：证券日报）`;
  const imported = await importText(
    `一、关注动向\n\n${item('甲')}\n\n**产业**\n\n${item('乙')}\n\n【资讯速递】\n\n${item('丙')}\n\n海外传闻\n\n${item('丁')}`,
    '2025-03-31.md',
  );
  const names = imported.issue?.sections.map(({ section }) => section.name);
  expect(names).toEqual(['关注·动向', '产业要闻', '资讯速递', '海外传闻']);
  expect(rulesOf(imported)).toEqual(['section-unknown']);
});

test('text that fits nowhere stays in its place, with a fault', async () => {
  const imported = await importText(
    '编者按。\n产业要闻\n散落的话。\n【甲事】正文。（来源：证券日报）\n责任编辑：某人\n',
  );
  expect(imported.text).toMatch(
    /编者按。[\s\S]*## 产业要闻[\s\S]*散落的话。[\s\S]*甲事[\s\S]*来源：[\s\S]*责任编辑：某人\n$/,
  );
  expect(rulesOf(imported)).toEqual([
    'item-without-title',
    'attribution-missing',
    'attribution-malformed',
  ]);
});

test('marks of Markdown in plain text stay characters', async () => {
  const line = '甲*乙*_丙_ [丁](戊) `己` <b>庚</b> &amp; # 辛 snake_case';
  const { issue } = await importText(`产业要闻\n【甲事】${line}\n- 一项\n（来源：证券日报）`);
  expect(issue?.sections[0]?.items[0]?.text).toBe(`${line}\n- 一项`.replace('(戊)', '（戊）'));
});

describe('a text file with one sign of Markdown is plain text', () => {
  test.each([
    ['5*3*2等于30', '5*3*2等于30'],
    ['>50%的受访者支持', '>50%的受访者支持'],
    ['> 60%的受访者支持', '> 60%的受访者支持'],
    ['# 1', '# 1'],
    ['# 1号文件\n# 2号文件', '# 1号文件\n# 2号文件'],
    ['# 一行', '# 一行'],
    ['* 甲', '* 甲'],
    ['1. 甲', '1. 甲'],
    ['**2.5**和**3**', '**2.5**和**3**'],
    ['一行\n-----', '一行'],
  ])('%j', async (line, shown) => {
    const { issue } = await importText(`产业要闻\n【甲事】正文。\n${line}\n来源：证券日报`);
    expect(issue?.sections[0]?.items[0]?.text).toBe(`正文。\n${shown}`);
  });

  test('and one with several is Markdown', async () => {
    const { issue } = await importText('## 产业要闻\n\n### 甲事\n\n**正文**。\n\n来源：证券日报');
    expect(issue?.sections[0]?.items[0]?.html.__html).toBe('<p><strong>正文</strong>。</p>');
  });
});

test('punctuation is made full-width beside Chinese and nowhere else', async () => {
  const { text } = await importText(
    '产业要闻\n【甲事】《报告》,增长5%,AI公司(Anthropic)称:“好”,见https://a.b/c,d(e) 于10:30, Yahoo!与 8,805元(含税);系列IP,2024年售A,B两类.\n来源:证券日报,光明日报',
  );
  expect(text).toContain(
    '《报告》，增长5%，AI公司（Anthropic）称：“好”，见https://a.b/c,d(e) 于10:30, Yahoo!与 8,805元（含税）；系列IP，2024年售A,B两类。',
  );
  expect(text).toContain('来源：证券日报，光明日报');
});

describe('as it comes', () => {
  const body = '3月25日，快手发布财报。财报显示，营收增长。';
  test.each([
    [
      'from WPS, under a name of its own, with indents and full-width digits',
      `某某周报\n（２０２５年第12期，总第45期）\n２０２５年４月７日\n一、产业要闻\n　　１．快手营收增长\n　　${body}（来源：证券日报）\n　　２．2025年淘宝启动治理\n　　${body}\n　　　　来源：光明日报\n二、资讯速递\n　　（一）三部门发文　${body}（来源：羊城晚报）\n`,
      ['快手营收增长', '2025年淘宝启动治理', '三部门发文'],
      [],
    ],
    [
      'from a newsletter, with signs and a colophon',
      `2025-04-07\n📌产业要闻\n\n01\n\n快手营收增长\n\n${body}\n\n来源丨证券日报\n\n1️⃣ 淘宝怎么治理？${body}（来源：光明日报）\n\n☆ 三部门发文 ☆\n${body}\n来源：羊城晚报\n\nEND\n\n编辑丨小王\n`,
      ['快手营收增长', '淘宝怎么治理？', '三部门发文'],
      ['attribution-malformed'],
    ],
    [
      'from a mail, with its head and a rule',
      `发件人：李四\n日期：2025年4月7日\n各位好：\n【产业要闻】\n1)快手：营收增长\n${body}\n（来源：证券日报 2025-03-26）\n2)淘宝启动治理\n${body}\n[来源：光明日报、羊城晚报]\n__________\n`,
      ['快手：营收增长', '淘宝启动治理'],
      [],
    ],
  ])('%s', async (_, text, titles, rules) => {
    const imported = await importText(text, 'paste.txt');
    expect(imported.date).toBe('2025-04-07');
    expect(titlesOf(imported)).toEqual(titles);
    expect(rulesOf(imported)).toEqual(rules);
  });
});

describe('a text that no editor would write is read, too:', () => {
  test.each([
    ['60,000 blanks', `正文${' '.repeat(60_000)}完。`, '完。'],
    ['60,000 wide blanks', `正文${'\u3000'.repeat(60_000)}完。`, '完。'],
    ['20,000 asterisks', '*甲'.repeat(20_000), '甲'],
    ['3,000 lists in each other', `${'- '.repeat(3_000)}甲`, '- - -'],
    ['3,000 quotes in each other', `${'> '.repeat(3_000)}甲`, '> > >'],
  ])('%s', async (_, text, kept) => {
    for (const name of ['2025-03-31.txt', '2025-03-31.md']) {
      const imported = await importText(`产业要闻\n\n【甲事】正文。\n\n${text}\n`, name);
      expect(imported.text).toContain(kept);
    }
  });
});
