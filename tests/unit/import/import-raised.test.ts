import { describe, expect, test } from 'vitest';
import { importPageBody, importWordBody } from '#tests/support/imports.ts';
import { paragraph, run, style, withStyles } from '#tests/support/word.ts';

const raised = '<w:vertAlign w:val="superscript"/>';
const lowered = '<w:vertAlign w:val="subscript"/>';
describe('superscripts and subscripts stay apart from the number before them', () => {
  test.each<[string, string, string]>([
    ['an exponent', `${run('10')}${run('6', raised)}${run('次。')}`, '10⁶次。'],
    [
      'an exponent in pieces',
      `${run('10')}${run('-', raised)}${run('12', raised)}${run('。')}`,
      '10⁻¹²。',
    ],
    ['an index', `${run('CO')}${run('2', lowered)}${run('。')}`, 'CO₂。'],
    ['a letter that Unicode raises', `${run('x')}${run('n', raised)}${run('。')}`, 'xⁿ。'],
    ['one that it does not', `${run('x')}${run('b', raised)}${run('。')}`, 'x^b。'],
    ['a number with a point', `${run('10')}${run('1.5', raised)}${run('。')}`, '10^(1.5)。'],
    ['an index of letters', `${run('x')}${run('zz', lowered)}${run('。')}`, 'x_(zz)。'],
    ['an ordinal', `${run('第1')}${run('st', raised)}${run('。')}`, '第1st。'],
    ['a mark in brackets', `${run('据报2025')}${run('[1]', raised)}${run('。')}`, '据报2025[1]。'],
    ['m² that is a character', run('12m²。'), '12m²。'],
    [
      'raised by a style that is taken off',
      `${run('10')}${run('6', '<w:rStyle w:val="up"/><w:vertAlign w:val="baseline"/>')}${run('。')}`,
      '106。',
    ],
    [
      'raised by a style of a style',
      `${run('10')}${run('6', '<w:rStyle w:val="more"/>')}${run('。')}`,
      '10⁶。',
    ],
  ])('in Word: %s', async (_, inside, expected) => {
    const styles = withStyles(
      style('up', 'character', raised),
      style('more', 'character', '', '<w:basedOn w:val="up"/>'),
    );
    expect((await importWordBody(paragraph(inside), styles)).body).toBe(expected);
  });

  test.each<[string, string, string]>([
    ['an exponent', '10<sup>6</sup>次。', '10⁶次。'],
    ['bold in it', '10<sup><b>6</b></sup>次。', '10⁶次。'],
    ['one in another', '2<sup>3<sup>4</sup></sup>。', '2^(3⁴)。'],
    ['an index', 'H<sub>2</sub>O。', 'H₂O。'],
    ['by a style', '10<span style="vertical-align: super">-6</span>。', '10⁻⁶。'],
    ['by a class', '10<span class="up">6</span>，CO<span class="down">2</span>。', '10⁶，CO₂。'],
    [
      'a link',
      '据报2025<sup><a href="https://a.b/c">12</a></sup>。',
      '据报2025[¹²](https://a.b/c)。',
    ],
    ['an ordinal', '第2<sup>nd</sup>。', '第2nd。'],
    ['a trade mark', '甲<sup>TM</sup>。', '甲™。'],
    ['a mark in brackets', '据报2025<sup>[3]</sup>。', '据报2025[3]。'],
  ])('in a page: %s', async (_, inside, expected) => {
    const { body } = await importPageBody(
      `<p>${inside}</p>`,
      '<style>.up { font-size: 8pt; vertical-align: super } span.down { vertical-align: sub }</style>',
    );
    expect(body).toBe(expected);
  });
});
