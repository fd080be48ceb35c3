import { expect, test } from 'vitest';
import { wordMatcher } from '#lib/editor/inbox/candidates/match-words.ts';
import { parseRegistryTexts, registryTexts } from '#tests/support/registries.ts';

const topics = `- { id: ai, name: 人工智能, description: 智能。, terms: [人工智能, AI, 大模型] }
- { id: toys, name: 潮玩, description: 潮玩。, terms: [盲盒], entities: [pop-mart] }
- { id: judgments, name: 诉讼与判决, description: 案件。, desk: cases }
`;
const entities = `- { id: pop-mart, name: 泡泡玛特, aliases: [POP MART] }
- { id: copyright-law, name: 著作权法, kind: document }
- { id: copyright-regulations, name: 著作权法实施条例, kind: document }
`;
const { registries } = parseRegistryTexts({ ...registryTexts, 'topics.yml': topics }, entities);
if (registries === undefined) throw new Error('the registries are whole');
const match = wordMatcher(registries);

test.each([
  ['某公司发布大模型', '', ['人工智能（大模型）']],
  ['人工智能与盲盒', '', ['人工智能', '潮玩（盲盒）']],
  ['ＡＩ生成的画', '', ['人工智能（AI）']],
  ['OpenAI', '', []],
  ['某店热销', '泡泡玛特的盲盒卖完了。', ['潮玩（盲盒）', '泡泡玛特']],
  ['POP MART开新店', '', ['泡泡玛特']],
  ['某地学习《著作权法实施条例》', '', ['著作权法实施条例']],
  ['菜价上涨', '蔬菜的价格上涨了一成。', []],
  // A case of any kind would be on the topic of judgments.
  [
    '甲公司诉乙公司案宣判',
    '3月21日，某市中级人民法院对甲公司诉乙公司买卖合同纠纷案作出一审判决。',
    [],
  ],
])('%s %s: %j', (title, text, words) => {
  expect(match({ title, text }, '2025-03-31')).toEqual(words);
});
