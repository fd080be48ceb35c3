import { describe, expect, test } from 'vitest';
import { readDeskEntries } from '#lib/content/registries/desk.ts';
import { writeAnswer } from '#lib/editor/desk/write-desk.ts';

const ITEM = '/issues/2025-03-31#n637z3';
const EVENT = { list: 'events' as const, correction: { name: '某会, 一', days: '2025' } };

describe('an answer is added to desk.yml', () => {
  test.each([
    ['with nothing in it', '', `- item: ${ITEM}\n  hide: [某案]\n`],
    ['with comments alone', '# 头', `# 头\n- item: ${ITEM}\n  hide: [某案]\n`],
    ['with an empty list', '# 头\n[]\n', `# 头\n- item: ${ITEM}\n  hide: [某案]\n`],
    [
      'with line ends of Windows',
      `- item: /issues/2025-03-31#x\r\n  hide: [甲]\r\n`,
      `- item: /issues/2025-03-31#x\r\n  hide: [甲]\r\n- item: ${ITEM}\r\n  hide: [某案]\r\n`,
    ],
    [
      'whose list is indented',
      `  - item: /issues/2025-03-31#x\n    hide: [甲]\n`,
      `  - item: /issues/2025-03-31#x\n    hide: [甲]\n  - item: ${ITEM}\n    hide: [某案]\n`,
    ],
    [
      'that is one line',
      `[{ item: /issues/2025-03-31#x, hide: [甲] }]`,
      `[{ item: /issues/2025-03-31#x, hide: [甲] }, { item: ${ITEM}, hide: [某案] }]`,
    ],
    ['in an entry without the field', `- item: ${ITEM}`, `- item: ${ITEM}\n  hide: [某案]`],
    ['in an entry of one line', `- { item: ${ITEM} }\n`, `- { item: ${ITEM}, hide: [某案] }\n`],
    [
      'in a field without a value',
      `- hide:\n  item: ${ITEM}\n`,
      `- hide: [某案]\n  item: ${ITEM}\n`,
    ],
    [
      'in an empty list',
      `- item: ${ITEM}\n  hide: []  # 无\n`,
      `- item: ${ITEM}\n  hide: [某案]  # 无\n`,
    ],
    [
      'behind names in lines, with comments between them',
      `- item: "https://digest.example${ITEM}"\r\n  hide:\r\n  - 甲  # 非\r\n  # 末\r\n`,
      `- item: "https://digest.example${ITEM}"\r\n  hide:\r\n  - 甲  # 非\r\n  - 某案\r\n  # 末\r\n`,
    ],
  ])('%s', (_, before, after) => {
    expect(writeAnswer(before, ITEM, { hide: '某案' })).toBe(after);
    const { value, diagnostics } = readDeskEntries({ path: 'desk.yml', text: after });
    expect(diagnostics.messages).toEqual([]);
    expect(value.at(-1)).toMatchObject({ item: ITEM });
  });

  test('again and again, in one entry for each item', () => {
    const texts = [{ hide: '某案' }, EVENT, { hide: '“甲”案' }, EVENT].reduce(
      (text, answer) => writeAnswer(text, ITEM, answer),
      '',
    );
    expect(texts).toBe(`- item: ${ITEM}
  hide: [某案, “甲”案]
  events:
    - { name: "某会, 一", days: "2025" }
    - { name: "某会, 一", days: "2025" }
`);
    expect(readDeskEntries({ path: 'desk.yml', text: texts }).diagnostics.messages).toEqual([]);
  });

  test('but not to a file that is no list', () => {
    expect(() => writeAnswer('a: b', ITEM, EVENT)).toThrow(/npm run check says what to mend/);
  });
});
