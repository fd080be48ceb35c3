import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '#lib/check/check.ts';
import type { Archive } from '#lib/content/archive.ts';

const content = join(import.meta.dirname, '../../../content');
const HALF_WIDTH = /(?<=[\p{Script=Han}》”）])[,:;?!()"']|[,:;?!()"'](?=[\p{Script=Han}《“（])/u;
const TOPICS =
  '人工智能 微短剧 音乐 游戏 网络文学 影视 潮玩与IP 商标 专利 诉讼与判决 立法与政策 执法行动 平台治理 著作权集体管理';

let archive: Archive;
let report: string;
beforeAll(async () => {
  const checked = await checkContent(content);
  if (checked.archive === undefined) throw new Error(checked.report);
  ({ archive, report } = { archive: checked.archive, report: checked.report });
});

const itemsOf = (date: string) =>
  archive.issues
    .filter((issue) => issue.date === date)
    .flatMap(({ sections }) => sections.flatMap(({ items }) => items));

/** The titles of the items on a topic. */
const titlesOn = (topic: string) =>
  archive.issues
    .flatMap(({ date }) => itemsOf(date))
    .filter(({ topics }) => topics.includes(topic))
    .map(({ title }) => title);

describe('the shipped content', () => {
  test('has no fault', () => {
    expect(report).toMatch(/^10 issues, 80 items, 4 sections, \d+ sources: 0 errors, 0 warnings$/m);
  });

  test('is ten issues, numbered by date', () => {
    const inOrder = archive.issues.map(({ date, number }) => [date, number]).reverse();
    expect(inOrder).toEqual([
      ['2025-03-31', 1],
      ['2025-04-28', 2],
      ['2025-05-19', 3],
      ['2025-06-16', 4],
      ['2025-06-23', 5],
      ['2025-06-30', 6],
      ['2025-07-07', 7],
      ['2025-07-21', 8],
      ['2025-09-08', 9],
      ['2025-09-15', 10],
    ]);
    expect(inOrder.map(([date]) => itemsOf(String(date)).length)).toEqual([
      16, 11, 7, 5, 6, 6, 8, 7, 7, 7,
    ]);
  });

  test('begins with the first issue as it was: sections, items and sources in order', () => {
    const first = archive.issues.at(-1);
    const outline = first?.sections.map(({ section, items }) => [
      section.id,
      items.map(
        ({ title, attributions }) =>
          `${title}｜${attributions.map(({ source }) => source.name).join('、')}`,
      ),
    ]);
    expect(outline).toMatchInlineSnapshot(`
      [
        [
          "focus",
          [
            "外交部副部长马朝旭会见世界知识产权组织总干事邓鸿森｜经济参考报",
            "2025年全国知识产权宣传周活动主题发布｜中国知识产权报",
          ],
        ],
        [
          "industry",
          [
            "“中国网络视听协会微短剧版权服务平台”正式发布｜潮新闻",
            "《中国网络视听发展研究报告（2025）》发布｜光明日报",
            "“声量银行计划”在广东汕尾启动｜南方网",
            "淘宝启动AI假图治理 严厉打击欺骗消费者等违规行为｜封面新闻",
            "快手2024年营收1269亿元｜证券日报",
            "泡泡玛特2024年净利润34亿元｜北京日报",
          ],
        ],
        [
          "briefs",
          [
            "《福建省知识产权保护与促进条例（草案）》提交一审｜福建日报",
            "中国音乐著作权协会与中国服装设计师协会达成音乐版权战略合作｜中国音乐著作权协会",
            "广州首个非遗版权主题列车发车｜羊城晚报",
            "“生成式人工智能”知产团体标准第二次意见征集会召开｜法治日报",
            "2025中关村论坛年会全球知识产权保护与创新论坛成功举办｜中国日报网",
            "注册80余家网店卖盗版书侵犯著作权罪获刑｜正义网",
            "擅自搭建《梦幻西游》私服侵权被判2倍惩罚性赔偿152万余元｜广州知识产权法院",
          ],
        ],
        [
          "overseas",
          [
            "Anthropic取得AI版权官司初步胜利｜IT之家",
          ],
        ],
      ]
    `);
  });

  test('cites a listed source for every item and puts every item on a topic', () => {
    const listed = new Set(archive.sources.map(({ name }) => name));
    for (const { title, attributions, topics } of archive.issues.flatMap(({ date }) =>
      itemsOf(date),
    )) {
      expect(attributions.length, title).toBeGreaterThan(0);
      for (const { source } of attributions) expect(listed, source.name).toContain(source.name);
      expect(topics.length, title).toBeGreaterThan(0);
    }
    const named = archive.topics.map(({ name }) => name);
    expect(named).toEqual(expect.arrayContaining(TOPICS.split(' ')));
  });

  test('follows cases from the suit to the judgment, and keeps toys and games to items about them', () => {
    const cases = titlesOn('judgments');
    for (const title of [
      '大英百科全书与韦氏词典起诉Perplexity',
      'Getty Images诉Stability AI案在伦敦高等法院开审',
      '美法官准许作家对Anthropic提起集体诉讼',
      '网店未经许可使用Labubu运动系列作品被判赔1万元',
      'Anthropic同意支付15亿美元与作家和解',
    ])
      expect(cases).toContain(title);
    expect(titlesOn('collectibles')).not.toContain('四部门启动“剑网2025”专项行动');
    expect(titlesOn('collectibles')).toContain('美泰与OpenAI合作开发AI玩具和游戏');
    expect(titlesOn('games')).not.toContain('美泰与OpenAI合作开发AI玩具和游戏');
  });

  test('says each item in two to six sentences, with full-width punctuation', () => {
    for (const { title, text } of archive.issues.flatMap(({ date }) => itemsOf(date))) {
      const sentences = text
        .split(/(?<=[。！？][”』）]?)(?![”』）])/)
        .filter((sentence) => sentence.trim() !== '');
      expect(sentences.length, title).toBeGreaterThanOrEqual(2);
      expect(sentences.length, title).toBeLessThanOrEqual(6);
      expect(title).not.toMatch(HALF_WIDTH);
      expect(text, title).not.toMatch(HALF_WIDTH);
    }
  });
});
