import { describe, expect, test } from 'vitest';
import { importPageBody, importWordBody } from '#tests/support/imports.ts';
import { paragraph, run, style, withStyles } from '#tests/support/word.ts';

describe('what is struck or hidden is left out and reported', () => {
  const styles = withStyles(
    style('gone', 'character', '<w:vanish/>'),
    style('struckLine', 'paragraph', '<w:strike/>'),
    style('base', 'paragraph', '<w:vanish/>'),
    style('hiddenLine', 'paragraph', '', '<w:basedOn w:val="base"/>'),
    style('cut', 'character', '<w:strike/>'),
  );
  test.each<[string, string, string, string[]]>([
    [
      'struck',
      paragraph(`${run('原价')}${run('100', '<w:strike/>')}${run('80元。')}`),
      '原价80元。',
      ['Struck text was left out (“100”).'],
    ],
    [
      'struck twice',
      paragraph(`${run('原价')}${run('100', '<w:dstrike/>')}${run('80元。')}`),
      '原价80元。',
      ['Struck text was left out (“100”).'],
    ],
    [
      'not struck',
      paragraph(
        `${run('原价')}${run('100', '<w:strike w:val="0"/>')}${run('元。', '<w:dstrike w:val="false"/>')}`,
      ),
      '原价100元。',
      [],
    ],
    [
      'hidden',
      paragraph(`${run('甲。')}${run('暂缓', '<w:vanish/>')}`),
      '甲。',
      ['Hidden text was left out (“暂缓”).'],
    ],
    [
      'hidden by a style',
      paragraph(`${run('甲。')}${run('暂缓', '<w:rStyle w:val="gone"/>')}`),
      '甲。',
      ['Hidden text was left out (“暂缓”).'],
    ],
    [
      'hidden by a style and shown again',
      paragraph(`${run('甲。')}${run('乙。', '<w:rStyle w:val="gone"/><w:vanish w:val="0"/>')}`),
      '甲。乙。',
      [],
    ],
    [
      'of a paragraph whose style is based on a hidden one',
      `${paragraph('甲。')}${paragraph('暂缓', '<w:pStyle w:val="hiddenLine"/>')}`,
      '甲。',
      ['Hidden text was left out (“暂缓”).'],
    ],
    [
      'of a struck paragraph, but where a style takes that off',
      `${paragraph(`${run('子')}${run('甲。', '<w:rStyle w:val="cut"/>')}`, '<w:pStyle w:val="struckLine"/>')}`,
      '甲。',
      ['Struck text was left out (“子”).'],
    ],
    [
      'in a change of looks that was',
      paragraph(
        run('甲。', '<w:rPrChange w:id="1"><w:rPr><w:strike/><w:vanish/></w:rPr></w:rPrChange>'),
      ),
      '甲。',
      [],
    ],
    ['hidden on the web alone', paragraph(run('甲。', '<w:webHidden/>')), '甲。', []],
  ])('in Word: %s', async (_, inside, expected, reported) => {
    const { body, notices } = await importWordBody(inside, styles);
    expect(body).toBe(expected);
    expect(notices.map((each) => each.replace(/ after “[^”]*”/, ''))).toEqual(reported);
  });

  test.each<[string, string, string, string]>([
    [
      '<s>',
      '原价<s>100</s>80元。',
      '原价80元。',
      'Struck text was left out (“100” after “产业要闻【甲事】原价”).',
    ],
    ['<del>', '原价<del>100</del><ins>80</ins>元。', '原价80元。', 'Struck text'],
    ['<strike>', '原价<strike><b>100</b></strike>80元。', '原价80元。', 'Struck text'],
    [
      'text-decoration',
      '原价<span style="text-decoration: red line-through">100</span>80元。',
      '原价80元。',
      'Struck text',
    ],
    ['a class', '原价<span class="x old">100</span>80元。', '原价80元。', 'Struck text'],
    ['display', '甲。<span style="display:none">暂缓</span>', '甲。', 'Hidden text'],
    [
      'visibility',
      '甲。<span style="visibility: hidden !important">暂缓</span>',
      '甲。',
      'Hidden text',
    ],
    ['the hidden attribute', '甲。<span hidden>暂缓</span>', '甲。', 'Hidden text'],
    ['mso-hide', '甲。<span style="mso-hide:all">暂缓</span>', '甲。', 'Hidden text'],
    [
      'a size of nothing',
      '甲。<span style="font-size:0">暂缓<b style="font-size:12px">乙。</b></span>',
      '甲。**乙。**',
      'Hidden text',
    ],
    ['an id', '甲。<span id="note">暂缓</span>', '甲。', 'Hidden text'],
  ])('in a page by %s', async (_, inside, expected, sentence) => {
    const { body, notices } = await importPageBody(
      `<p>${inside}</p>`,
      '<style>/* x */ .old, .older { text-decoration: line-through } #note { display: none }</style>',
    );
    expect(body).toBe(expected);
    expect(notices.filter((each) => !each.startsWith('A script'))).toEqual([
      expect.stringContaining(sentence),
    ]);
  });

  test.each([
    ['aria-hidden', '<span aria-hidden="true">甲。</span>', ''],
    [
      'a rule for paper',
      '<span class="x">甲。</span>',
      '<style>@media print { .x { display: none } }</style>',
    ],
    [
      'a later rule',
      '<span class="x">甲。</span>',
      '<style>.x { display: none } .x { display: inline }</style>',
    ],
    ['a part of a word', '<span style="text-decoration: underline">甲。</span>', ''],
  ])('but not by %s', async (_, inside, head) => {
    const { body } = await importPageBody(`<p>${inside}</p>`, head);
    expect(body).toBe('甲。');
  });

  test('but a page that a script will show is read', async () => {
    const long = '正文很长，写了许多字。'.repeat(20);
    const { body, notices } = await importPageBody(
      `<div style="visibility: hidden; opacity: 0"><p>${long}</p></div>`,
    );
    expect(body).toBe(long);
    expect(notices).toEqual([]);
  });
});
