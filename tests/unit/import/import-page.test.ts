import { describe, expect, test } from 'vitest';
import { Failure } from '#lib/system/failure.ts';
import { convertInput } from '#tests/support/convert-input.ts';
import { testRegistries } from '#tests/support/registries.ts';

const registries = testRegistries();
const importHtml = (html: string) =>
  convertInput({ name: 'a.html', bytes: Buffer.from(html) }, registries, '2025-03-31');
/** Imports a page of one section. */
async function importItems(html: string) {
  const imported = await importHtml(`<h2>产业要闻</h2>${html}`);
  const items = imported.issue?.sections[0]?.items ?? [];
  const sources = items.flatMap(({ attributions }) =>
    attributions.map(({ source }) => source.name),
  );
  return { ...imported, items, titles: items.map(({ title }) => title), sources };
}

/** A paragraph of a list as Word writes it for browsers. */
const listed = (mark: string, text: string, level = 1, tag = 'p') =>
  `<${tag} class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></${tag}>`;

describe('the marks of Word’s lists', () => {
  test('are numbers of items and not part of their titles', async () => {
    const item = (mark: string, title: string, tag = 'p') =>
      `${listed(mark, `<b>${title}</b>`, 1, tag)}<p class=MsoNormal>正文。</p><p>（来源：证券日报）</p>`;
    for (const marks of [
      ['1、', '2、'],
      ['1.', '2.'],
      ['（一）', '（二）'],
    ]) {
      const { titles, sources } = await importItems(
        marks.map((mark, at) => item(mark, `甲乙丙${at}`)).join('\n'),
      );
      expect([titles, sources]).toEqual([
        ['甲乙丙0', '甲乙丙1'],
        ['证券日报', '证券日报'],
      ]);
    }
    const { titles } = await importItems(item('1.', '甲事', 'h3') + item('2.', '乙事', 'h3'));
    expect(titles).toEqual(['甲事', '乙事']);
  });

  test('make lists of paragraphs in the text, one in another', async () => {
    const { text } = await importItems(
      `<p>【甲事】其中：</p>${listed('·', '甲')}\n${listed('o', '乙', 2)}\n${listed('·', '丙')}<p>又：</p>${listed('3.', '丁')}${listed('4.', '戊')}<p>再：</p>${listed('·', '己')}<p>（来源：证券日报）</p>`,
    );
    expect(text).toContain('- 甲\n\n  - 乙\n\n- 丙\n\n又：\n\n3. 丁\n4. 戊\n\n再：\n\n- 己\n\n');
  });

  test('begin another list where a number is skipped', async () => {
    const { text } = await importItems(
      `<p>【甲事】其中：</p>${listed('1.', '甲')}${listed('2.', '乙')}${listed('5.', '丙')}<p>（来源：证券日报）</p>`,
    );
    expect(text).toContain('1. 甲\n2. 乙\n\n5) 丙\n');
  });

  test('also stand in a condition that Word writes', async () => {
    const { text } = await importItems(
      '<p>【甲事】其中：</p><p><!--[if !supportLists]--><span>1、</span><!--[endif]-->甲。</p><p>（来源：证券日报）</p>',
    );
    expect(text).toContain('\n\n1、甲。\n\n');
  });
});

describe('a source is recognised', () => {
  test.each([
    '（来源：<b>证券</b>日报）',
    '<span>（</span><span>来</span><span>源：</span><b>证券</b><i>日</i><em>报）</em>',
    '<b>（来源：</b>证券日报）',
    '（来源：<font><strong>证券日报</strong></font>）',
    '<b>来源：证</b>券日报',
    '<i>（来源：证券日报）</i>',
  ])('in %s', async (source) => {
    for (const html of [
      `<p>【甲事】正文。</p><p>${source}</p>`,
      `<p>【甲事】正文。<br>${source}</p>`,
    ]) {
      const { sources, items, diagnostics } = await importItems(html);
      expect(sources).toEqual(['证券日报']);
      expect(items[0]?.text).toBe('正文。');
      expect(diagnostics.messages.map(String)).toEqual([]);
    }
  });
});

test('paragraphs, entries and lines in a cell are separated', async () => {
  const cell = '<td><p>甲</p><p>乙</p><ul><li>丙</li><li>丁</li></ul>戊<br>己</td>';
  const { text } = await importItems(
    `<p>【甲事】</p><table><tr>${cell}${cell}</tr></table><p>（来源：证券日报）</p>`,
  );
  expect(text).toContain('| 甲 乙 丙 丁 戊 己 | 甲 乙 丙 丁 戊 己 |');
});

test('the blanks that indent a line are left out, and bold after them stays', async () => {
  const { text } = await importItems(
    '<p>【甲事】</p><p>　　正文，<b>重点</b>，甲。</p><p>&nbsp;<b>　　又</b>，乙。<br>　　丙。</p><p>　（来源：证券日报）</p>',
  );
  expect(text).toContain(
    '### 甲事\n\n正文，**重点**，甲。\n\n**又**，乙。\n\n丙。\n\n来源：证券日报\n',
  );
});

test('readings beside characters stand in brackets, once', async () => {
  const { text } = await importItems(
    '<p>【甲事】<ruby>邸<rt>dǐ</rt></ruby><ruby>报<rp>（</rp><rt>bào</rt><rp>）</rp></ruby>。</p><p>（来源：证券日报）</p>',
  );
  expect(text).toContain('邸（dǐ）报（bào）。');
});

test('an article of sections in sections keeps its lines, and its pictures as links', async () => {
  const leaf = (text: string) =>
    `<section style="margin: 0"><section><section><p style="text-align: justify"><span leaf="">${text}</span></p></section></section></section>`;
  const { titles, sources, text } = await importItems(
    `<section data-role="outer">${leaf('【甲事】')}${leaf('<span textstyle="" style="font-weight: bold">正文</span>。')}<section><img class="rich_pages" data-src="https://mmbiz.example.com/a.png" data-ratio="0.5" alt="图片"></section>${leaf('来源：证券日报')}<section><span leaf="">【乙事】</span></section><section><span leaf="">正文。</span></section><section><span leaf="">（来源：光明日报）</span></section></section>`,
  );
  expect([titles, sources]).toEqual([
    ['甲事', '乙事'],
    ['证券日报', '光明日报'],
  ]);
  expect(text).toContain('**正文**。\n\n[图片](https://mmbiz.example.com/a.png)\n\n');
});

test('pictures that browsers do not show are reported, and their descriptions stay', async () => {
  const { notices, text } = await importItems(
    '<p>【甲事】<img alt="说明" src="data:image/tiff;base64,AAAA">。</p><p>（来源：证券日报）</p>',
  );
  expect(text).toContain('说明。');
  expect(notices).toEqual([
    'A picture of the type image/tiff was left out: save it as PNG or JPEG (“说明”).',
  ]);
});

test('text that has no place in an issue is reported', async () => {
  const { notices } = await importItems(
    '<p>【甲事】正文。</p><datalist><option>选项</option></datalist><p>（来源：证券日报）</p>',
  );
  expect(notices).toEqual(['Text was left out: type it in (“选项”).']);
});

test('a title in brackets is recognised, however it is stressed', async () => {
  for (const title of [
    '<b>【甲</b>事】',
    '<b>【甲<i>事】</i></b>',
    '<i>【</i>甲<b>事</b>】',
    '<b>【甲事】</b>',
  ]) {
    const { titles, items } = await importItems(
      `<p>${title}正<b>文</b>。</p><p>（来源：证券日报）</p>`,
    );
    expect([titles, items[0]?.text]).toEqual([['甲事'], '正文。']);
  }
});

describe('a page of any size is imported, or refused with one sentence', () => {
  test.each([
    ['div', 200_000],
    ['b', 200_000],
    ['p><table><tr><td', 20_000],
    ['ul><li', 100_000],
  ])('of <%s>, %i times', async (tag, times) => {
    const error: unknown = await importHtml(`<${tag}>`.repeat(times)).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Failure);
    expect(String(error)).toMatch(/a\.html has elements nested 400 deep/);
  });

  test('with tags that are never closed', async () => {
    const marks = Array.from({ length: 300 }, (_, index) => `<b id=b${index}>`).join('');
    const error: unknown = await importHtml(`<p>${marks}${'<p>甲'.repeat(5_000)}`).catch(
      (thrown: unknown) => thrown,
    );
    expect(String(error)).toMatch(/more elements than a page may have/);
  });

  test('nested as deep as it may be', async () => {
    const { text } = await importItems(
      `${'<div>'.repeat(390)}<p>【甲事】正文。</p>${'</div>'.repeat(390)}<p>（来源：证券日报）</p>`,
    );
    expect(text).toContain('### 甲事\n\n正文。');
    const quotes = `${'<blockquote>'.repeat(390)}甲${'</blockquote>'.repeat(390)}`;
    expect((await importHtml(quotes)).text).toMatch(/> 甲\n$/);
  });

  test('with very much bold, which is left out', async () => {
    const many = '<b>甲 </b>'.repeat(4_000);
    const { text } = await importItems(
      `<p>【甲事】正文。</p><p>${many}</p><p>（来源：证券日报）</p>`,
    );
    expect(text.match(/甲/g)).toHaveLength(4_001);
    expect(text).not.toContain('**');
  });
});
