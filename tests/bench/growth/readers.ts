import { readFacts } from '#lib/content/item-facts.ts';
import { parseIssue } from '#lib/content/parse-issue.ts';
import { mendText } from '#lib/editor/mend.ts';
import { Failure } from '#lib/system/failure.ts';
import { convertInput } from '#tests/support/convert-input.ts';
import { parseRegistryTexts, registryTexts, testRegistries } from '#tests/support/registries.ts';

const GOOD = '## 产业要闻\n\n### 标题\n\n正文。\n\n来源：证券日报\n';

/** Every place of an issue file where a piece may be repeated. */
const PLACES: Readonly<Record<string, (heap: string) => string>> = {
  'front matter': (heap) => `---\n${heap}\n---\n\n${GOOD}`,
  'title:': (heap) => `---\ntitle: ${heap}\n---\n\n${GOOD}`,
  'summary quoted': (heap) => `---\nsummary: "${heap}甲"\n---\n\n${GOOD}`,
  'start of file': (heap) => `${heap}\n${GOOD}`,
  lead: (heap) => `导语${heap}\n\n${GOOD}`,
  'section name': (heap) => GOOD.replace('产业要闻', `产业${heap}`),
  '### title': (heap) => GOOD.replace('标题', `标题${heap}`),
  '【】 title': (heap) => `${GOOD}\n【标题${heap}】正文。（来源：证券日报）\n`,
  body: (heap) => GOOD.replace('正文。', `正文${heap}完。`),
  'body alone': (heap) => GOOD.replace('正文。', heap),
  quote: (heap) => GOOD.replace('正文。', `正文。\n\n> ${heap}`),
  list: (heap) => GOOD.replace('正文。', `正文。\n\n- ${heap}`),
  correction: (heap) => GOOD.replace('正文。', `正文。\n\n> 更正（${heap}）：甲`),
  'source line': (heap) => GOOD.replace('证券日报', `证券日报${heap}`),
  'source in brackets': (heap) =>
    GOOD.replace('正文。\n\n来源：证券日报', `正文。（来源：甲${heap}）`),
  'end of file': (heap) => `${GOOD}\n${heap}`,
};

const registries = testRegistries();
const parse = (text: string) => parseIssue({ path: 'issues/2025-03-31.md', text }, registries);

function readIssue(text: string): void {
  const { issue, diagnostics } = parse(text);
  for (const { items } of issue?.sections ?? [])
    for (const item of items)
      readFacts(item, { date: '2025-03-31', findEntities: registries.findEntities });
  void diagnostics.inOrder;
}

function fix(text: string): void {
  mendText(text, (now) => parse(now).diagnostics);
}

async function importAs(name: string, text: string): Promise<void> {
  try {
    await convertInput({ name, bytes: Buffer.from(text) }, registries);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

function readRegistry(
  name: 'sections.yml' | 'sources.yml' | 'redirects.yml' | 'topics.yml' | 'site.yml',
  text: string,
): void {
  parseRegistryTexts({ ...registryTexts, [name]: text });
}

/** A command that reads a text, and how a heap is put into each place of what it reads. */
export type Reader = {
  name: string;
  places: Readonly<Record<string, (heap: string) => string>>;
  read: (text: string) => void | Promise<void>;
};

const HTML = (text: string) => `<html><body>${text}</body></html>`;

export const READERS: readonly Reader[] = [
  { name: 'check', places: PLACES, read: readIssue },
  { name: 'fix', places: PLACES, read: fix },
  { name: 'import .txt', places: PLACES, read: (text) => importAs('2025-03-31.txt', text) },
  { name: 'import .md', places: PLACES, read: (text) => importAs('2025-03-31.md', text) },
  {
    name: 'import .html',
    places: {
      alone: (heap) => heap,
      body: (heap) => HTML(`<h2>产业要闻</h2><h3>标题</h3><p>正文${heap}</p><p>来源：证券日报</p>`),
      blocks: (heap) => HTML(`<h2>产业要闻</h2>${heap}<p>来源：证券日报</p>`),
      heading: (heap) =>
        HTML(`<h2>产业要闻</h2><h3>标题${heap}</h3><p>正文</p><p>来源：证券日报</p>`),
      bold: (heap) => HTML(`<h2>产业要闻</h2><p><b>标题${heap}</b>正文</p><p>来源：证券日报</p>`),
      style: (heap) => HTML(`<p style="mso-list:${heap}">a</p>`),
      source: (heap) =>
        HTML(`<h2>产业要闻</h2><h3>标题</h3><p>正文</p><p>来源：证券日报${heap}</p>`),
      table: (heap) => HTML(`<table><tr><td>${heap}</td><td>a</td></tr></table>`),
    },
    read: (text) => importAs('2025-03-31.html', text),
  },
  {
    name: 'registries',
    places: {
      'sections.yml': (heap) => `${registryTexts['sections.yml']}${heap}`,
      value: (heap) => `- { id: a, name: "甲${heap}", description: 乙 }\n`,
      plain: (heap) => `- id: a\n  name: 甲${heap}\n  description: 乙\n`,
    },
    read: (text) => readRegistry('sections.yml', text),
  },
  {
    name: 'redirects',
    places: { key: (heap) => `/a${heap}: /about\n`, value: (heap) => `/a: /about${heap}\n` },
    read: (text) => readRegistry('redirects.yml', text),
  },
  {
    name: 'topics',
    places: { term: (heap) => `- { id: x, name: 甲, description: 乙, terms: ["丙${heap}"] }\n` },
    read: (text) => readRegistry('topics.yml', text),
  },
  {
    name: 'site',
    places: {
      origin: (heap) =>
        registryTexts['site.yml'].replace('digest.example\n', `digest.example${heap}\n`),
      tag: (heap) => registryTexts['site.yml'].replace('2025\n', `2025${heap}\n`),
      mail: (heap) => `${registryTexts['site.yml']}mail: { from: "甲 <a${heap}@example.org>" }\n`,
    },
    read: (text) => readRegistry('site.yml', text),
  },
];
