import { describe, expect, test } from 'vitest';
import { readDeskEntries } from '#lib/content/registries/desk.ts';

function read(text: string) {
  const { value, diagnostics } = readDeskEntries({ path: 'desk.yml', text });
  return {
    value,
    faults: diagnostics.messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`),
  };
}

const ITEM = '- item: /issues/2025-03-31#n637z3\n';

describe('desk.yml', () => {
  test('may be missing, empty, or have comments alone', () => {
    expect(readDeskEntries(undefined).diagnostics.messages).toEqual([]);
    expect(read('# 没有\n')).toEqual({ value: [], faults: [] });
  });

  test('is read with the words of the pages', () => {
    const { value, faults } = read(`${ITEM}  laws:
    - { name: 《丹麦版权法》, of: 丹麦, kind: 法律, steps: [拟议 2025-06-26, 审议] }
  cases:
    - { plaintiffs: [作家], steps: [一审判决 2025-06, 和解], sums: [索赔 10万至20万元] }
  events:
    - { name: 某行动, days: 2025, kind: 期间 }
    - { name: 某会, days: 2025-05-01..2025-05-03 }
  hide: [某案]
- join: [https://digest.example/cases/2025-03-31-n637z3]
  name: 某案
`);
    expect(faults).toEqual([]);
    expect(value).toEqual([
      {
        item: '/issues/2025-03-31#n637z3',
        laws: [
          {
            name: '丹麦版权法',
            of: '丹麦',
            kind: 'law',
            steps: [
              { step: 'proposed', day: '2025-06-26' },
              { step: 'deliberation', day: undefined },
            ],
          },
        ],
        cases: [
          {
            plaintiffs: ['作家'],
            steps: [
              { step: '一审', day: '2025-06' },
              { step: '和解', day: undefined },
            ],
            sums: [{ role: 'claim', amount: 200_000, currency: 'CNY', words: '10万至20万元' }],
          },
        ],
        events: [
          { name: '某行动', days: { from: '2025', to: '2025' }, kind: 'campaign' },
          { name: '某会', days: { from: '2025-05-01', to: '2025-05-03' } },
        ],
        hide: ['某案'],
        apart: false,
      },
      { join: { list: 'cases', ids: ['2025-03-31-n637z3'] }, name: '某案' },
    ]);
  });

  const steps = '拟议、草案、征求意见、审议、通过、签署、批准、发布、部分施行、施行、废止';
  test.each([
    [
      '- hide: [某案]',
      '1:3 Unexpected value for `item`, expected the address of an item such as /issues/2025-03-31/k3x9qa',
    ],
    [
      '- item: /issues/2025-03-31',
      '1:9 Unexpected value for `item`, expected the address of an item such as /issues/2025-03-31/k3x9qa',
    ],
    [
      `${ITEM}  laws: [{ name: 甲法, steps: [表决 2025-06-26] }]`,
      `2:30 Unexpected value for \`laws.0.steps.0\`, expected a step such as 通过 2025-06-27; the steps are ${steps}`,
    ],
    [
      `${ITEM}  laws: [{ name: 甲法, steps: [通过 2025-06-31] }]`,
      '2:30 Unexpected value for `laws.0.steps.0`, expected one day, month or year after the step, such as 通过 2025-06-27',
    ],
    [
      `${ITEM}  laws: [{ name: 甲法, kind: 法令 }]`,
      '2:28 Unexpected value for `laws.0.kind`, expected one of 法律、法规与规章、司法解释、政策文件、标准与指南、条约与协定',
    ],
    [
      `${ITEM}  laws: [{ name: 甲法, state: 中国 }]`,
      '2:22 Unexpected key `state`, expected one of name, was, of, kind, steps',
    ],
    [
      `${ITEM}  cases: [{ courts: [某法院] }]`,
      '2:11 Unexpected value for `cases.0`, expected was, name, plaintiffs, defendants or numbers: which case it is',
    ],
    [
      `${ITEM}  cases: [{ name: 某案, sums: [判赔 很多] }]`,
      '2:30 Unexpected value for `cases.0.sums.0`, expected what the sum is (索赔、判赔、罚金、和解金) and the sum, such as 判赔 15亿美元',
    ],
    [
      `${ITEM}  events: [{ name: 某会, days: 2025-05-03..2025-05-01 }]`,
      '2:30 Unexpected value for `events.0.days`, expected a day such as 2025-04-26, days such as 2025-05..2025-11, or an open end such as 2025-09..',
    ],
    [
      `${ITEM}  events: [{ name: 某会, days: 4月26日 }]`,
      '2:30 Unexpected value for `events.0.days`, expected a day such as 2025-04-26, days such as 2025-05..2025-11, or an open end such as 2025-09..',
    ],
    [
      `${ITEM}  laws: [{ name: 甲法 }]\n  hide: [甲法]`,
      '3:10 Unexpected name under hide that is also corrected in this entry, expected one of the two',
    ],
    [ITEM + ITEM, '2:9 Unexpected second `/issues/2025-03-31#n637z3`, expected it once'],
    [
      '- join: [/cases/a, /laws/b]',
      '1:9 Unexpected value for `join`, expected addresses of laws, or of cases, such as /cases/2025-03-31-k3x9qa',
    ],
    [
      '- join: [/threads/a, /laws/b]',
      '1:10 Unexpected value for `join.0`, expected addresses of laws, or of cases, such as /cases/2025-03-31-k3x9qa',
    ],
    [
      '- join: [/laws/b]',
      '1:3 Unexpected value, expected a second address, or a name for the first',
    ],
    [
      '- { join: [/laws/a, /laws/b] }\n- { join: [/laws/b], name: 乙 }',
      '2:12 Unexpected second `/laws/b`, expected it once',
    ],
    ['a: b', '1:1 Unexpected content, expected a list of entries (- name: …)'],
  ])('%s is a fault with its place and the remedy', (text, fault) => {
    expect(read(text).faults).toEqual([fault]);
  });
});
