import { describe, expect, test } from 'vitest';
import { importText, rulesOf } from '#tests/support/imports.ts';
import { parseRegistryTexts, parseText, registryTexts } from '#tests/support/registries.ts';

const GOOD = '## 产业要闻\n\n### 标题\n\n正文。\n\n来源：证券日报\n';
const faultsOf = (text: string) =>
  parseText(text).diagnostics.messages.map(
    ({ line, column, ruleId }) => `${line}:${column} ${ruleId}`,
  );
const sections = (description: string) =>
  parseRegistryTexts({
    ...registryTexts,
    'sections.yml': `- { id: industry, name: 产业要闻, description: ${description} }\n`,
  }).diagnostics.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));

describe('a character that was lost is an error at its place', () => {
  test.each([
    ['in a body', GOOD.replace('正文', '正\uFFFD'), '5:2'],
    ['in a title', GOOD.replace('标题', '标\uFFFD'), '3:6'],
    ['in the front matter', `---\ntitle: 特\uFFFD\n---\n\n${GOOD}`, '2:9'],
    ['twice on a line', GOOD.replace('正文', '\uFFFD\uFFFD'), '5:1'],
    ['as a reference', GOOD.replace('正文', '正&#xFFFD;'), '5:2'],
    ['as the reference of no character', GOOD.replace('正文', '正&#xD800;'), '5:2'],
    ['as a reference beyond all characters', GOOD.replace('正文', '正&#9999999;'), '5:2'],
  ])('%s', (_, text, place) => {
    expect(faultsOf(text)).toEqual([`${place} character-lost`]);
  });

  test('in a registry, typed or as an escape', () => {
    expect(sections('产\uFFFD。')).toEqual(['character-lost']);
    expect(sections('"产\\uFFFD。"')).toEqual(['character-lost']);
    expect(sections('"产业。"')).toEqual([]);
    expect(sections('"产\\u202E。"')).toEqual(['registry-invalid']);
  });

  test('in what was imported', async () => {
    for (const name of ['2025-03-31.txt', '2025-03-31.md', '2025-03-31.html'])
      expect(rulesOf(await importText(GOOD.replace('正文', '正\uFFFD'), name))).toContain(
        'character-lost',
      );
  });
});

describe('combining marks piled on a letter are an error', () => {
  const acute = '\u0301';
  test.each([
    ['nine', acute.repeat(9)],
    ['a hundred of two kinds', `${acute}\u0316`.repeat(50)],
    ['as references', '&#x301;'.repeat(9)],
    ['typed and as references', `${acute.repeat(5)}${'&#769;'.repeat(5)}`],
  ])('%s', (_, marks) => {
    expect(faultsOf(GOOD.replace('标题', `标题${marks}题`))).toEqual(['3:7 marks-piled']);
  });

  test('in a registry, typed or as escapes', () => {
    expect(sections(`产业${acute.repeat(9)}。`)).toEqual(['marks-piled']);
    expect(sections(`"产业${'\\u0301'.repeat(9)}。"`)).toEqual(['marks-piled']);
  });

  test.each([
    ['Thai', 'ที่นี่'],
    ['Hebrew with points', 'בְּרֵאשִׁ֖ית'],
    ['Vietnamese, letters and marks apart', 'Việt Nam'.normalize('NFD')],
    ['Burmese', 'မြွှော့်'],
    ['Tibetan', 'བསྒྲུབས'],
    ['emoji', '👩‍👩‍👧1️⃣❤️'],
    ['eight marks', acute.repeat(8)],
  ])('but not %s', (_, marks) => {
    expect(faultsOf(GOOD.replace('标题', `标题${marks}题`))).toEqual([]);
  });
});

describe('a title has at most 200 characters', () => {
  test.each([
    ['### ', GOOD.replace('标题', '题'.repeat(201)), ['3:1 title-long']],
    [
      '【】',
      `## 产业要闻\n\n【${'题'.repeat(201)}】正文。（来源：证券日报）\n`,
      ['3:1 title-long'],
    ],
    [
      'of an issue',
      `---\ntitle: ${'题'.repeat(201)}\n---\n\n${GOOD}`,
      ['2:8 front-matter-invalid'],
    ],
    ['### of 200', GOOD.replace('标题', '𠮷'.repeat(200)), []],
    ['of an issue of 200', `---\ntitle: ${'题'.repeat(200)}\n---\n\n${GOOD}`, []],
  ])('%s', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  test('and an id no more than the name of a file', () => {
    expect(faultsOf(GOOD.replace('标题', `标题 {#${'题'.repeat(67)}}`))).toEqual([
      '3:1 id-invalid',
    ]);
    expect(faultsOf(GOOD.replace('标题', `标题 {#${'题'.repeat(66)}}`))).toEqual([]);
  });
});
