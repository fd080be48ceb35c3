import { describe, expect, test } from 'vitest';
import { parseText } from '../../support/registries.ts';

const BODY = '## 产业要闻\n\n### 快手发布财报\n\n快手发布了财报。\n\n来源：证券日报\n';

/** The faults of an issue with this front matter, each with its place. */
function faultsOf(text: string): string[] {
  return parseText(text).diagnostics.inOrder.map(
    ({ place, reason, ruleId }) =>
      `${place !== undefined && 'line' in place ? `${place.line}:${place.column}` : ''} ${ruleId} ${reason}`,
  );
}

describe('front matter that is not read where it would be published', () => {
  test.each([
    ['text before it', '稿\n---\ndraft: true\n---\n\n'],
    ['a blank line and text before it', '\n本期导语。\n\n---\ntitle: 特刊\n---\n\n'],
    ['other marks: ***', '***\ndraft: true\n***\n\n'],
    ['other marks: +++', '+++\ntitle = "特刊"\n+++\n\n'],
    ['other marks, of another system', '+++\nlayout = "post"\n+++\n\n'],
    ['dashes for hyphens', '———\ndraft: true\n———\n\n'],
    ['equals signs', '===\nsummary：导语\n===\n\n'],
    ['a block of code', '```yaml\ndraft: true\n```\n\n'],
    ['no first fence', 'draft: true\n---\n\n'],
    ['no fences at all', 'number: 3\n\n'],
    ['a second one', '---\nnumber: 3\n---\n\n---\ndraft: true\n---\n\n'],
    ['capitals', 'Draft: true\n\n'],
    ['JSON', '{\n  "draft": true\n}\n\n'],
  ])('%s', (_, front) => {
    const faults = faultsOf(front + BODY);
    expect(faults.filter((fault) => fault.includes('front-matter-invalid'))).toHaveLength(1);
  });

  test('also at the end of the file', () => {
    expect(faultsOf(`${BODY}\n---\ndraft: true\n---\n`).join('\n')).toContain(
      '10:1 front-matter-invalid',
    );
  });

  test('ordinary text is not taken for front matter', () => {
    expect(faultsOf(`本期导语：三件事。\n\n> 更新：date 是日期。\n\n${BODY}`)).toEqual([]);
  });
});

describe('values that YAML reads otherwise than they look', () => {
  test.each([
    ['title: 特刊 #3 期', '2:8', '"特刊 #3 期"'],
    ['summary: 甲 #乙# 丙', '2:10', '"甲 #乙# 丙"'],
    ['editor: 某人 # 说明', '2:9', 'two spaces'],
    ['title: #3 期', '2:8', '"#3 期"'],
    ['title：特刊', '2:1', '`title: `'],
    ['number：3', '2:1', '`number: `'],
    ['title:　特刊', '2:1', 'half-width space'],
    ['title:\u00a0特刊', '2:1', 'half-width space'],
    ['title:特刊', '2:1', '`title: `'],
    ['title: &特刊 第三期', '2:12', '`&特刊`'],
    ['number: 0x10', '2:9', 'reads as 16'],
    ['number: 1e1', '2:9', 'reads as 10'],
    ['title: null', '2:8', 'reads as nothing'],
    ['title: "特\\u202E刊"', '2:8', 'U+202E'],
    ['title: "特\\u0007刊"', '2:8', 'U+0007'],
    ['editor: "某\\u200B人"', '2:9', 'U+200B'],
  ])('%s', (line, place, words) => {
    const faults = faultsOf(`---\n${line}\n---\n\n${BODY}`);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${place} front-matter-invalid`);
    expect(faults[0]).toContain(words);
  });

  test.each([
    'title: 特刊         # 省略时用刊名和日期',
    'number: 3 # 期号',
    'draft: true   # 写好了就删去这一行',
    'summary:   # 还没有写',
    'title: "特刊 #3 期"',
    'summary: 见 https://example.com/a#b',
    'title: C#入门',
    '# 整行的说明',
    'title: >-\n  特刊\n  第三期',
    'title: "特\\u00e9刊"',
  ])('%s is as it looks', (line) => {
    const faults = faultsOf(`---\n${line}\n---\n\n${BODY}`);
    expect(faults).toEqual([]);
  });
});

test('a fault of YAML is reported with what to do about it', () => {
  expect(faultsOf(`---\ntitle: 《特刊》: 副题\n---\n\n${BODY}`).join()).toContain(
    'put a value with',
  );
  expect(faultsOf(`---\nsummary: @编辑部\n---\n\n${BODY}`).join()).toContain(
    'put the value between',
  );
});

test.each([
  ['title: 甲\ntitle: 乙', 3, 'title'],
  ['number: 1\n"title": 甲\neditor: 丙\n\'title\': 乙', 5, 'title'],
  ['title: 甲\nsummary: { a: 1, a: 2 }', 3, 'a'],
])('a key that stands twice is an error at the second: %j', (front, line, key) => {
  const faults = faultsOf(`---\n${front}\n---\n\n${BODY}`);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(`Unexpected second key \`${key}\`, expected each key once`);
  expect(faults[0]).toMatch(new RegExp(`^${line}:\\d+ `));
});
