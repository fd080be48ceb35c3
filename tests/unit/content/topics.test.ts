import { describe, expect, test } from 'vitest';
import type { Item } from '#lib/content/issue.ts';
import { readFacts } from '#lib/content/item-facts.ts';
import { parseIssue } from '#lib/content/parse-issue.ts';
import { parseRegistryTexts, registryTexts } from '#tests/support/registries.ts';

const entities = `- { id: pop-mart, name: 泡泡玛特, aliases: [POP MART] }
- { id: copyright-law, name: 著作权法, kind: document }
- { id: copyright-regulations, name: 著作权法实施条例, kind: document }
`;
const topics = `- { id: toys, name: 潮玩, description: 潮玩。, terms: [盲盒], entities: [pop-mart] }
- { id: copyright, name: 版权法, description: 著作权法。, entities: [copyright-law] }
- { id: judgments, name: 诉讼与判决, description: 案件。, desk: cases }
`;

function registriesWith(text: string) {
  const { registries, diagnostics } = parseRegistryTexts(
    { ...registryTexts, 'topics.yml': text },
    entities,
  );
  const faults = diagnostics.flatMap(({ path, messages }) =>
    messages.map(({ line, column, reason }) => `${path}:${line}:${column} ${reason}`),
  );
  return { registries, faults };
}

/** The one item of an issue that is parsed against the topics and entities above. */
function itemOf(title: string, text: string): Item {
  const { registries } = registriesWith(topics);
  if (registries === undefined) throw new Error('the registries are whole');
  const issue = `## 产业\n\n### ${title}\n\n${text}\n\n来源：证券日报\n`;
  const parsed = parseIssue({ path: 'issues/2025-03-31.md', text: issue }, registries);
  const item = parsed.issue?.sections[0]?.items[0];
  if (item === undefined) throw new Error('there is no item');
  return item;
}

describe('an item is on a topic', () => {
  test.each([
    ['by a term', '盲盒热销', '业绩增长。', ['toys']],
    ['by an entity that it names', '海关查获仿品', '查获仿泡泡玛特货物。', ['toys']],
    ['by an alias of an entity', '海关查获仿品', '查获仿pop  mart与POP MART货物。', ['toys']],
    ['by an act that it names', '修法', '著作权法修改，《著作权法》公布。', ['copyright']],
    ['and not by an act with a longer name', '修法', '《著作权法实施条例》公布。', []],
    ['by a suit just filed', '出版商起诉谷歌', '出版商已向法院起诉谷歌。', ['judgments']],
    [
      'by a settlement',
      '双方和解',
      '甲公司与乙公司就著作权案达成和解，法院已批准。',
      ['judgments'],
    ],
    ['and not by the word 判决 alone', '新书出版', '书中谈到判决的艺术。', []],
    [
      'by all of these',
      '泡泡玛特起诉网店',
      '泡泡玛特向法院起诉卖盲盒的网店。',
      ['toys', 'judgments'],
    ],
  ])('%s', (_, title, text, expected) => {
    expect(itemOf(title, text).topics).toEqual(expected);
  });

  test('and a copy of the item, or the item as JSON, is on the same ones', () => {
    const item = itemOf('泡泡玛特起诉网店', '泡泡玛特已向法院起诉。');
    const copies: { topics: string[] }[] = [{ ...item }, JSON.parse(JSON.stringify(item))];
    for (const copy of copies) expect(copy.topics).toEqual(['toys', 'judgments']);
  });
});

describe('the entities that an item names', () => {
  const { registries } = registriesWith(topics);
  const named = (title: string, text: string) => {
    if (registries === undefined) throw new Error('the registries are whole');
    const { findEntities } = registries;
    return readFacts({ title, text, attributions: [] }, { date: '2025-03-31', findEntities })
      .entities;
  };

  test('are its organisations and its acts, each once, in the order of the text', () => {
    expect(named('泡泡玛特维权', '依据《中华人民共和国著作权法》，POP MART起诉。')).toEqual([
      'pop-mart',
      'copyright-law',
    ]);
    expect(named('修法', '著作权法实施条例（征求意见稿）公布。')).toEqual([
      'copyright-regulations',
    ]);
    expect(named('修法', '《著作权法（修订草案）》提交审议。')).toEqual(['copyright-law']);
  });

  test('are not the laws of other states, nor books about a law', () => {
    expect(named('德国著作权法', '《德国著作权法》与《著作权法入门》出版。')).toEqual([]);
  });
});

describe('topics.yml', () => {
  test.each([
    [
      'an entity that is not listed',
      '- { id: a, name: 甲, description: 乙, entities: [pop-mart, nobody] }\n',
      'topics.yml:1:58 Unexpected entity `nobody`, expected an id of entities.yml',
    ],
    [
      'a misspelt entity',
      '- { id: a, name: 甲, description: 乙, entities: [popmart] }\n',
      'topics.yml:1:48 Unexpected entity `popmart`, expected an id of entities.yml (did you mean pop-mart?)',
    ],
    [
      'the name of an entity',
      '- { id: a, name: 甲, description: 乙, entities: [泡泡玛特] }\n',
      'topics.yml:1:48 Unexpected entity `泡泡玛特`, expected an id of entities.yml (did you mean pop-mart?)',
    ],
    [
      'an unknown desk',
      '- { id: a, name: 甲, description: 乙, desk: calendar }\n',
      'topics.yml:1:43 Unexpected value for `desk`, expected one of "cases"|"laws"',
    ],
    [
      'neither terms nor entities nor a desk',
      '- { id: a, name: 甲, description: 乙 }\n',
      'topics.yml:1:3 Unexpected value for `terms`, expected terms, entities or desk: nothing would be on this topic',
    ],
    [
      'an unknown key',
      '- { id: a, name: 甲, description: 乙, terms: [丙], words: [丁] }\n',
      'topics.yml:1:49 Unexpected key `words`, expected one of id, name, description, synonyms, terms, entities, desk',
    ],
  ])('reports %s, and leaves the topic out', (_, text, fault) => {
    const { registries, faults } = registriesWith(text);
    expect(faults).toEqual([fault]);
    expect(registries?.topics).toEqual([]);
  });
});
