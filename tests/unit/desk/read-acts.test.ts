import { describe, expect, test } from 'vitest';
import { readDesk } from '#lib/desk/read-item.ts';
import { readReferences } from '#lib/references/read-references.ts';
import type { IsoDate } from '#lib/site/dates.ts';

const date: IsoDate = '2025-11-24';

/** The steps that are read in a text: 某法 adopted 2025-11-20. */
function stepsIn(text: string): string[] {
  const item = { title: '', text };
  const { acts } = readDesk(item, readReferences(item, { date, findEntities: () => [] }), date);
  return acts.map(({ name, step, day }) => [name, step, day ?? '—'].join(' '));
}

describe('a step of an act', () => {
  test.each<[kind: string, text: string, steps: string[]]>([
    [
      'after adverbs and a vote',
      '意大利参议院11月12日以77票赞成、55票反对最终通过《数据法》。',
      ['数据法 adopted 2025-11-12'],
    ],
    [
      'that a plan of legislation lists',
      '国务院2026年度立法工作计划日前印发，预备提请审议《数据法》草案，修订《登记规定》。',
      ['国务院2026年度立法工作计划 published —', '数据法 proposed —', '登记规定 proposed —'],
    ],
    ['that a plan leaves out', '国务院立法工作计划没有列入《数据法》，引来批评。', []],
    [
      'of the latter of two acts',
      '文化厅11月12日公布《登记规定》和《样本办法》，前者自2026年1月1日起施行，后者自公布之日起施行。',
      [
        '登记规定 published 2025-11-12',
        '样本办法 published 2025-11-12',
        '登记规定 in force 2026-01-01',
        '样本办法 in force 2025-11-12',
      ],
    ],
    [
      'of a consultation that is longer',
      '英国知识产权局表示，《外观设计法》修订的公众咨询再延长六周。',
      ['外观设计法 consultation —'],
    ],
    [
      'of a proposed rule',
      '美国专利商标局11月3日刊出拟议规则《发明的披露》，书面意见须于12月2日前提交。',
      ['发明的披露 consultation 2025-11-03'],
    ],
    [
      'of a guideline in a draft of Japan',
      '日本文化厅10月31日公开《作品实务指针（素案）》，并向公众征集意见。',
      ['作品实务指针 consultation 2025-10-31'],
    ],
    [
      'of a bill that a house amends',
      '法国参议院11月13日就《数据法案》通过多项修正案，退回国民议会。',
      ['数据法案 deliberation 2025-11-13'],
    ],
    [
      'of a cabinet in quotes',
      '台湾“行政院”院会11月20日通过《专利法》部分条文修正草案。',
      ['专利法 deliberation 2025-11-20'],
    ],
    [
      'at a meeting of the sentence before',
      '11月19日，交易大会在成都开幕。会上，《评估指南》正式发布，12月1日起实施。',
      ['评估指南 published 2025-11-19', '评估指南 in force 2025-12-01'],
    ],
    [
      'that goes on in another sentence',
      '国家版权局11月6日出台《登记规定》。规定共七章三十二条，2026年1月1日起施行。',
      ['登记规定 published 2025-11-06', '登记规定 in force 2026-01-01'],
    ],
    [
      'on the day of publication',
      '国家版权局11月4日印发《许可指南》，自印发之日起施行。',
      ['许可指南 published 2025-11-04', '许可指南 in force 2025-11-04'],
    ],
    [
      'in two verbs side by side',
      '团体标准《鉴定规程》11月15日在苏州发布并即日实施。',
      ['鉴定规程 published 2025-11-15', '鉴定规程 in force 2025-11-15'],
    ],
    [
      'of a draft that is posted',
      '《藏品管理规定》离落地又近一步：国家网信办11月19日将征求意见稿挂上官网。',
      ['藏品管理规定 consultation 2025-11-19'],
    ],
    [
      'of a draft to which comments are invited',
      '印度政府11月10日发布《版权法案》草案，邀请公众在30天内提出意见。',
      ['版权法案 consultation 2025-11-10'],
    ],
    [
      'of a chapter',
      '总督11月1日签署《版权法修正案》，其中孤儿作品一章自2027年1月1日起施行。',
      ['版权法修正案 signed 2025-11-01', '版权法修正案 partly in force 2027-01-01'],
    ],
    [
      'that a sentence stresses',
      '加州州长11月9日签署《歌单法》。州议会是9月11日通过的。',
      ['歌单法 signed 2025-11-09', '歌单法 adopted 2025-09-11'],
    ],
    [
      'of a bill without a name',
      '巴西众议院11月4日审议第2338/2023号法案。',
      ['第2338/2023号法案 deliberation 2025-11-04'],
    ],
    [
      'of a cabinet',
      '日本内阁11月14日通过了《竞争法》修正案。',
      ['竞争法 deliberation 2025-11-14'],
    ],
    [
      'of a reading',
      '澳门立法会11月12日一般性通过《产权制度》法案。',
      ['产权制度 deliberation 2025-11-12'],
    ],
    [
      'of a bill that is amended',
      '英国上议院11月18日通过《数据法案》修正案。',
      ['数据法案 deliberation 2025-11-18'],
    ],
    [
      'whose day stands before the act',
      '从明年3月1日起，新修订的《代理条例》将正式实施。',
      ['代理条例 in force 2026-03-01'],
    ],
    ['that is planned', '文化和旅游部拟对《场所管理办法》进行修订。', ['场所管理办法 proposed —']],
    [
      'of each act of a list',
      '上海市人大常委会11月20日表决通过《版权条例》和《商标条例》，两部法规均自2026年3月1日起施行。',
      [
        '版权条例 adopted 2025-11-20',
        '商标条例 adopted 2025-11-20',
        '版权条例 in force 2026-03-01',
        '商标条例 in force 2026-03-01',
      ],
    ],
    [
      'of a list after a colon',
      '国家版权局11月12日发布两项规章：《登记办法》《质权办法》。',
      ['登记办法 published 2025-11-12', '质权办法 published 2025-11-12'],
    ],
    [
      'of a treaty without brackets',
      '瑞士联邦院11月17日批准了瑞士与乌兹别克斯坦之间的知识产权合作协定。协定自2026年7月1日起生效。',
      [
        '瑞士与乌兹别克斯坦之间的知识产权合作协定 approved 2025-11-17',
        '瑞士与乌兹别克斯坦之间的知识产权合作协定 in force 2026-07-01',
      ],
    ],
    [
      'of a law by its number',
      '巴西总统11月9日签署第15.482号法律。次日，该法在《联邦官方公报》上公布。',
      ['第15.482号法律 signed 2025-11-09', '第15.482号法律 published 2025-11-10'],
    ],
    [
      'of a bill that the clause before amends',
      '英国上议院11月17日通过一项修正案，要求《数据法案》写明来源。',
      ['数据法案 deliberation 2025-11-17'],
    ],
    [
      'of an act in quotes',
      '立法院11月18日三读修正通过“案件审理法”部分条文。',
      ['案件审理法 adopted 2025-11-18'],
    ],
    [
      'by its notice',
      '《示范管理办法》的通知已于11月10日印发，实施日期为2026年1月1日。',
      ['示范管理办法 published 2025-11-10', '示范管理办法 in force 2026-01-01'],
    ],
  ])('%s is read', (_, text, steps) => {
    expect(stepsIn(text)).toEqual(steps);
  });

  test.each<[kind: string, text: string]>([
    ['an act whose rules are used', '银行通过《质押管理办法》确立的流程放款2000万元。'],
    ['what would be', '如果《伪造法案》获得通过，演员将可起诉。'],
    ['what would be then', '《产权法》修正案尚未表决，若获通过，2026年7月1日生效。'],
    ['what is still wanting', '参议院在讨论《数据法》。法案尚需众议院批准。'],
    ['a day that an act is remembered', '《版权条例》实施三周年座谈会11月12日在广州举行。'],
    ['another act', '越南政府发布法令，就《产权法》若干条款作出细则规定，11月15日起生效。'],
    ['a rule of a company', '董事会11月18日审议通过《知识产权管理办法》，自通过之日起施行。'],
    ['a report on an act', '《市场法》审议报告11月18日发布。'],
    ['a wish', '律师建议尽快修改《商标法》，并呼吁出台《秘密法》。'],
    ['an agreement of companies', '两家公司11月11日签署版权合作协定。'],
    ['a memorandum of associations', '画家协会与法国沙龙协会11月11日签署《合作备忘录》。'],
    ['rules of a platform', '某平台11月11日发布《创作者保护规则》，12月1日生效。'],
    ['a work that is named like a law', '游戏《银河法典》11月15日发布。'],
    ['an article that is applied', '本案涉及《著作权法》第二十四条的适用。'],
    ['a day that a signing is remembered', '《表演条约》签署十周年纪念活动11月12日举行。'],
    ['a nickname', '所谓“声音法”11月12日获得通过的消息不实。'],
    ['a part that a court annuls', '宪法法院11月13日宣告《版权税法》第9条违宪，即日失效。'],
    ['what begins soon', '《市场法》生效在即，股价11月12日下跌。'],
  ])('%s is none', (_, text) => {
    expect(stepsIn(text)).toEqual([]);
  });
});
