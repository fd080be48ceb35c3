import { clauseBefore, sentenceAfter } from './around.ts';
import { stageAround, stageBeside } from './document-stage.ts';
import { findTitles } from './document-titles.ts';
import type { Extractor } from './read-references.ts';
import type { DocumentReference } from './reference.ts';

/**
 * Laws and regulations of the state that papers name without 《》, 新修订的反不正当竞争法: nothing but the name tells them
 * from ordinary words, so that only those in the state's own list are read (全国人大法律数据库, 现行有效的法律目录).
 */
const NAMES = (
  '宪法 民法典 刑法 著作权法 专利法 商标法 反不正当竞争法 反垄断法 电子商务法 网络安全法 数据安全法 个人信息保护法 电影产业促进法 文物保护法 非物质文化遗产法 ' +
  '公共文化服务保障法 公共图书馆法 广告法 消费者权益保护法 产品质量法 食品安全法 种子法 海关法 对外贸易法 外商投资法 科学技术进步法 促进科技成果转化法 ' +
  '民事诉讼法 刑事诉讼法 行政诉讼法 行政处罚法 行政许可法 行政复议法 行政强制法 仲裁法 人民调解法 公司法 企业破产法 证券法 劳动合同法 未成年人保护法 治安管理处罚法 ' +
  '立法法 标准化法 密码法 国家安全法 保守国家秘密法 反外国制裁法 出口管制法 民营经济促进法 旅游法 中医药法 电子签名法 反电信网络诈骗法 海商法 律师法 法官法 ' +
  '著作权法实施条例 著作权集体管理条例 信息网络传播权保护条例 计算机软件保护条例 商标法实施条例 专利法实施细则 知识产权海关保护条例 集成电路布图设计保护条例 植物新品种保护条例 ' +
  '出版管理条例 音像制品管理条例 电影管理条例 广播电视管理条例 营业性演出管理条例 印刷业管理条例 网络数据安全管理条例 未成年人网络保护条例 优化营商环境条例'
)
  .split(' ')
  .sort((a, b) => b.length - a.length);

/** Not 公司法务 or 专利法律. */
const LAW = new RegExp(`(?:${NAMES.join('|')})(?![务律定人庭院学治规系官医制理典案])`, 'g');
const FOREIGN = /(?:美国|英国|日本|韩国|德国|法国|欧盟|欧洲|印度|丹麦|瑞士|台湾|香港|澳门|国际)$/;

/** The laws of the state that a text names without 《》. */
export const findUnmarkedLaws: Extractor = (text, { date }) => {
  const titles = findTitles(text).filter(({ depth }) => depth === 0);
  let at = 0;
  return Array.from(text.matchAll(LAW)).flatMap(({ 0: name, index: start }) => {
    while ((titles[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1;
    if ((titles[at]?.start ?? Number.POSITIVE_INFINITY) <= start) return [];
    if (FOREIGN.test(text.slice(Math.max(0, start - 2), start))) return [];
    const end = start + name.length;
    const { stage: own, rest } = stageBeside(sentenceAfter(text, end));
    const stage = stageAround({ before: clauseBefore(text, start), after: rest }, own, date);
    const type = name.endsWith('法') || name === '民法典' ? 'law' : 'regulation';
    const referent: DocumentReference = { kind: 'document', type, name };
    if (stage !== undefined) referent.stage = stage;
    return [{ start, end, referent }];
  });
};
