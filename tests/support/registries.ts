import type { Item, ItemFacts } from '#lib/content/issue.ts';
import { readFacts } from '#lib/content/item-facts.ts';
import { type ParsedIssue, parseIssue } from '#lib/content/parse-issue.ts';
import { parseRegistries, type Registries } from '#lib/content/registries/registries.ts';
import type { IsoDate } from '#lib/site/dates.ts';

/** A small publication for tests, as the content files that describe it. */
export const registryTexts = {
  'site.yml': `name: 试刊
tagline: 测试用的刊物
description: 只在测试里出版。
origin: https://digest.example
tag: digest.example,2025
language: zh-CN
timeZone: Asia/Shanghai
publishTime: "08:00"
about: [一份测试用的刊物。]
reprint: 转载请注明来源。
`,
  'sections.yml': `- { id: focus, name: 关注·动向, aliases: [关注], description: 动向。 }
- { id: industry, name: 产业要闻, aliases: [产业], description: 产业。 }
- { id: briefs, name: 资讯速递, description: 各地。 }
- { id: overseas, name: 海外传真, description: 海外。 }
`,
  'sources.yml': `- name: 证券日报
  url: https://example.com
- name: 光明日报
- name: 羊城晚报
- name: 北京日报
- name: 封面新闻
- name: 每日经济新闻
- name: 极目新闻
- name: 人民网·知识产权
- { name: 英国广播公司（BBC）, aliases: [BBC] }
- name: MARQUES（Class 46）
- { name: 中国新闻网, aliases: [中新网] }
`,
  'topics.yml': `- { id: ai, name: 人工智能, description: 智能。, terms: [人工智能, AI] }
- { id: results, name: 业绩, description: 财报。, terms: [营收, 净利润] }
`,
  'redirects.yml': '',
};

/** Parses the texts of the registry files that every publication has, and of `entities.yml` if it is given. */
export function parseRegistryTexts(texts: typeof registryTexts, entities?: string) {
  const file = (name: keyof typeof registryTexts) => ({ path: name, text: texts[name] });
  return parseRegistries({
    site: file('site.yml'),
    sections: file('sections.yml'),
    sources: file('sources.yml'),
    topics: file('topics.yml'),
    redirects: file('redirects.yml'),
    entities: entities === undefined ? undefined : { path: 'entities.yml', text: entities },
    threads: undefined,
    desk: undefined,
  });
}

export function testRegistries(): Registries {
  const { registries, diagnostics } = parseRegistryTexts(registryTexts);
  const faults = diagnostics.flatMap(({ messages }) => messages);
  if (registries === undefined || faults.length > 0) throw new Error(faults.join('\n'));
  return registries;
}

const registries = testRegistries();

/** What the desk and the threads read in an item of the publication for tests. */
export function factsOf(item: Item, date: IsoDate = '2025-03-31'): ItemFacts {
  return readFacts(item, { date, findEntities: registries.findEntities });
}

/** Parses a text as the issue of a day, against the publication for tests. */
export function parseText(text: string, date = '2025-03-31'): ParsedIssue {
  return parseIssue({ path: `issues/${date}.md`, text }, registries);
}
