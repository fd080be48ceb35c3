import { describe, expect, test } from 'vitest';
import { readFacts } from '#lib/content/item-facts.ts';
import { parseIssue } from '#lib/content/parse-issue.ts';
import { parseRegistries } from '#lib/content/registries/registries.ts';
import { entityIndex } from '#lib/references/entity-index.ts';
import { findOrganisations } from '#lib/references/organisations.ts';
import type { Entity } from '#lib/references/reference.ts';
import { unpackTerms } from '#lib/threads/terms/packed-terms.ts';
import { foundIn, isReadInOneGo } from '#tests/support/references.ts';
import { registryTexts } from '#tests/support/registries.ts';

const entities: Entity[] = [
  { id: 'ncac', name: '国家版权局', aliases: ['中国国家版权局', '版权局'], kind: 'organisation' },
  { id: 'state-council', name: '国务院', aliases: [], kind: 'organisation' },
  { id: 'office', name: '国务院办公厅', aliases: ['国办'], kind: 'organisation' },
  { id: 'pop-mart', name: '泡泡玛特', aliases: ['POP MART'], kind: 'organisation' },
  { id: 'meta', name: 'Meta', aliases: [], kind: 'organisation' },
  { id: 'openai', name: 'OpenAI', aliases: [], kind: 'organisation' },
  { id: 'getty', name: 'Getty Images', aliases: ['Getty'], kind: 'organisation' },
  { id: 'nyt', name: '纽约时报', aliases: ['《纽约时报》'], kind: 'organisation' },
  { id: 'bilibili', name: '哔哩哔哩', aliases: ['B站'], kind: 'organisation' },
  { id: 'four', name: '4399', aliases: [], kind: 'organisation' },
];
const findEntities = entityIndex(entities);
const read = (text: string) =>
  foundIn(findOrganisations, text, { findEntities }).map(({ start, end, referent }) =>
    referent.kind === 'organisation' ? `${referent.id} ${text.slice(start, end)}` : '',
  );

describe('an organisation is found', () => {
  test.each([
    ['国家版权局印发', ['ncac 国家版权局']],
    ['中国国家版权局与英国知识产权局', ['ncac 中国国家版权局']],
    ['市版权局监测', ['ncac 版权局']],
    ['国务院公布', ['state-council 国务院']],
    ['国务院办公厅公布', ['office 国务院办公厅']],
    ['国务院、国务院办公厅', ['state-council 国务院', 'office 国务院办公厅']],
    ['国办发〔2025〕2号', ['office 国办']],
    ['泡泡玛特国际集团', ['pop-mart 泡泡玛特']],
    ['带“POP MART”标识', ['pop-mart POP MART']],
    ['支持Meta。', ['meta Meta']],
    ['Meta与OpenAI', ['meta Meta', 'openai OpenAI']],
    ['meta与openai', ['meta meta', 'openai openai']],
    ['OpenAI OpenAI', ['openai OpenAI', 'openai OpenAI']],
    ['Getty Images诉称，Getty', ['getty Getty Images', 'getty Getty']],
    ['《纽约时报》和道琼斯', ['nyt 《纽约时报》']],
    ['纽约时报', ['nyt 纽约时报']],
    ['在B站发布', ['bilibili B站']],
    ['4399平台', ['four 4399']],
    ['（OpenAI）', ['openai OpenAI']],
    ['泡泡玛特泡泡玛特', ['pop-mart 泡泡玛特', 'pop-mart 泡泡玛特']],
    ['国家国家版权局', ['ncac 国家版权局']],
  ])('in %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['Metaverse'],
    ['BMeta'],
    ['OpenAIs'],
    ['POP  MART'],
    ['AB站'],
    ['143990'],
    ['43990万元'],
    ['国 务院'],
    ['国务'],
    [''],
  ])('not in %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('by its name whichever was written', () => {
    expect(foundIn(findOrganisations, '见B站', { findEntities })[0]?.referent).toEqual({
      kind: 'organisation',
      id: 'bilibili',
      name: '哔哩哔哩',
    });
  });
});

describe('entities.yml', () => {
  const file = (name: string, text: string) => ({ path: name, text });
  const parse = (text?: string) =>
    parseRegistries({
      site: file('site.yml', registryTexts['site.yml']),
      sections: file('sections.yml', registryTexts['sections.yml']),
      sources: file('sources.yml', registryTexts['sources.yml']),
      topics: file('topics.yml', registryTexts['topics.yml']),
      redirects: file('redirects.yml', ''),
      threads: undefined,
      entities: text === undefined ? undefined : file('entities.yml', text),
    });
  const reasons = (text?: string) =>
    parse(text).diagnostics.flatMap(({ messages }) => messages.map(({ reason }) => reason));

  test('may be missing', () => {
    expect(reasons()).toEqual([]);
    expect(parse().registries?.entities).toEqual([]);
  });

  test('says whom items name', () => {
    const { registries } = parse('- { id: kuaishou, name: 快手, aliases: [快手科技] }\n');
    if (registries === undefined) throw new Error('the registries are whole');
    const text = '## 产业\n\n### 快手发布财报\n\n快手科技公布业绩。\n\n来源：证券日报\n';
    const { issue } = parseIssue({ path: 'issues/2025-03-31.md', text }, registries);
    const item = issue?.sections[0]?.items[0];
    if (item === undefined) throw new Error('there is no item');
    const { terms } = readFacts(item, { ...registries, date: '2025-03-31' });
    expect(unpackTerms(terms)).toEqual([
      { key: 'organisation 快手', kind: 'organisation', label: '快手', place: 'title' },
    ]);
  });

  test.each([
    ['a second id', '- { id: a, name: 甲 }\n- { id: a, name: 乙 }\n', 'Unexpected second `a`'],
    [
      'a second name',
      '- { id: a, name: 甲 }\n- { id: b, name: 乙, aliases: [甲] }\n',
      'Unexpected second `甲`',
    ],
    ['a key that is none', '- { id: a, name: 甲, url: x }\n', 'url'],
    ['an id with capitals', '- { id: NCAC, name: 甲 }\n', 'lower-case'],
    ['no name', '- { id: a }\n', 'name'],
    ['a map', 'a: b\n', 'expected a list'],
  ])('is at fault with %s', (_, text, reason) => {
    expect(reasons(text).join('\n')).toContain(reason);
  });
});

test.each(['国', '国务院', 'Meta', 'Getty Images', 'G', '4', '《', 'M '])(
  '%s again and again is read in one go',
  (unit) => {
    expect(isReadInOneGo(read, unit)).toBe(true);
  },
);
