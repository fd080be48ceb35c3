import { describe, expect, test } from 'vitest';
import { plainItem, readDesk } from '#lib/desk/read-item.ts';
import { readReferences } from '#lib/references/read-references.ts';
import { findEntities } from '#tests/support/references.ts';

const date = '2026-12-07';

/** The cases of an item, each as its parties, its courts, its steps and its sums. */
function casesIn(text: string, title = '官司'): string[] {
  const item = { title, text };
  const { cases } = readDesk(item, readReferences(plainItem(item), { date, findEntities }), date);
  return cases.map(({ name, plaintiffs, defendants, courts, steps, sums, sentences }) =>
    [
      name ?? `${plaintiffs.join('、')}诉${defendants.join('、')}`,
      courts.join('、'),
      steps.map(({ step, day }) => (day === undefined ? step : `${step} ${day}`)).join(' → '),
      ...sums.map(({ role, words }) => `${role} ${words}`),
      ...sentences.map(({ words }) => words),
    ]
      .filter((part) => part !== '')
      .join(' | '),
  );
}

describe('a case', () => {
  test.each<[kind: string, text: string, cases: string[]]>([
    [
      'with both instances and what changed',
      '智屿公司诉云帆科技案，二审于11月6日改判：赔偿额由150万元提高至1000万元。',
      ['智屿公司诉云帆科技 | 二审改判 2026-11-06 | award 150万元 | award 1000万元'],
    ],
    [
      'of a foreign court, with who appealed',
      '瑞典专利与市场上诉法院12月2日推翻一审判决，认定游戏公司Nordpixel没有侵犯插画师Elin Sandvik的著作权。',
      ['Elin Sandvik诉Nordpixel | 瑞典专利与市场上诉法院 | 二审改判 2026-12-02 → 一审'],
    ],
    [
      'that a prosecutor brings',
      '东河区人民检察院以涉嫌侵犯著作权罪对孙某、钱某提起公诉。11月20日，东河区人民法院公开开庭审理。',
      ['诉孙某、钱某 | 东河区人民法院 | 提起公诉 → 开庭 2026-11-20'],
    ],
    [
      'against each of several defendants',
      '字体商墨方字库10月8日分别起诉甲岚科技和乙昊餐饮。法院已受理对甲岚科技的起诉。',
      ['墨方字库诉甲岚科技 | 起诉 2026-10-08 → 立案', '墨方字库诉乙昊餐饮 | 起诉 2026-10-08'],
    ],
    [
      'of somebody else against the same party',
      '3月1日，学海数据库公司向北京互联网法院起诉鉴文科技公司，索赔800万元；3月3日，博观期刊网以同样理由向海淀区人民法院起诉，请求赔偿350万元。',
      [
        '学海数据库公司诉鉴文科技公司 | 北京互联网法院 | 起诉 2026-03-01 | claim 800万元',
        '博观期刊网诉鉴文科技公司 | 海淀区人民法院 | 起诉 2026-03-03 | claim 350万元',
      ],
    ],
    [
      'that is settled, with who pays',
      '在东河区人民法院主持下，主办方锦里声场与视频平台“瓜瓜直播”9月22日达成调解，后者支付和解款75万元。',
      ['锦里声场诉瓜瓜直播 | 东河区人民法院 | 和解 2026-09-22 | settlement 75万元'],
    ],
    [
      'whose parties are called by what they are',
      '书法家贺知远起诉贵州赤岭酒业，贵州省高级人民法院12月1日二审改判赔偿40万元。',
      ['贺知远诉贵州赤岭酒业 | 贵州省高级人民法院 | 起诉 → 二审改判 2026-12-01 | award 40万元'],
    ],
  ])('%s', (_, text, cases) => {
    expect(casesIn(text)).toEqual(cases);
  });

  test.each<[kind: string, text: string]>([
    ['what an arbitrator decides', '国际仲裁中心裁决，星辰影业须向发行商蓝鲸国际支付1200万港元。'],
    ['what only goes round', '玩家群里流传一张截图，称云帆科技因抄袭被判赔800万元。'],
    [
      'two judgments of first instance in one breath',
      '字库商接连收到判决。3月3日，杭州互联网法院一审判奶茶店赔偿1.8万元；3月6日，东河区人民法院一审驳回全部请求。',
    ],
    ['what a court counts', '全省法院去年审结知识产权案件3.2万件，最高判赔额达1.2亿元。'],
    ['a raid', '警方11月12日通报，破获一起制售盗版教辅案，抓获嫌疑人23名。'],
  ])('%s is none', (_, text) => {
    expect(casesIn(text)).toEqual([]);
  });

  test.each<[kind: string, text: string, step: string]>([
    [
      'a plan to appeal is no step',
      '一审判决尚未生效，被告云帆科技说会上诉至高等地区法院。',
      '一审',
    ],
    [
      'a suit as a noun has no day of the sentence',
      '法院12月1日裁定，作家陆某对云帆科技提起的诉讼可以继续。',
      '起诉',
    ],
  ])('%s', (_, text, step) => {
    const [first = ''] = casesIn(text);
    expect(first).toContain(step);
    expect(first).not.toMatch(/起诉 2026/u);
  });
});
