import { nameKey } from '#lib/content/names.ts';
import { fc } from './properties.ts';

/** What an editor might type, and what breaks parsers: marks, half marks, line ends, odd characters. */
const pieces = fc.constantFrom(
  '【',
  '】',
  '《',
  '》',
  '（',
  '）',
  '(',
  ')',
  '“',
  '”',
  '来源',
  '：',
  ':',
  '，',
  ',',
  '、',
  '；',
  '·',
  '# ',
  '## ',
  '### ',
  '##',
  '产业要闻',
  '资讯速递',
  '快手',
  '证券日报',
  '更正',
  '2025-03-31',
  '{#a}',
  '{#',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  '    ',
  '\u3000',
  ' ',
  '> ',
  '- ',
  '1. ',
  '1、',
  '2、',
  '（一）',
  '【2】',
  '◆',
  '01\n',
  '标题：',
  '| a |',
  '|--|',
  '```',
  '**',
  '*',
  '_',
  '`',
  '[',
  ']',
  '](https://example.com)',
  '![',
  '<b>',
  '</b>',
  '<!--',
  '<',
  '&amp;',
  '&',
  '\\',
  '---',
  '---\n',
  'number: 1\n',
  '\uFEFF',
  '\0',
  '\uFFFC',
  '😀',
  '\uD800',
  'https://a.b/c',
  '正文。',
);
/** Texts of every kind: typed with slips, inside an item, and of any characters. */
export const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  fc
    .array(pieces, { maxLength: 40 })
    .map((parts) => `## 产业要闻\n\n### 标题\n\n${parts.join('')}`),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

const HAN = Array.from('版权周报产业动向发布平台作品音乐影视游戏文学商标专利法院判决侵赔偿元亿');
const words = (min: number, max: number) =>
  fc
    .array(fc.constantFrom(...HAN, 'AI', '2025', '1,269', '8.5%'), {
      minLength: min,
      maxLength: max,
    })
    .map((w) => w.join(''));
const plain = words(1, 12).map((text) => `${text}。`);
const inline = fc.oneof(
  plain,
  fc.tuple(plain, words(1, 4)).map(([a, b]) => `${a}**“${b}”**之后，`),
  fc.tuple(plain, words(1, 4)).map(([a, b]) => `${a}[${b}](https://example.com/a)，`),
  fc.tuple(plain, words(1, 4)).map(([a, b]) => `${a}《${b}》（${b}）\\*${b}\\*`),
  fc.tuple(plain, plain).map(([a, b]) => `${a}\n${b}`),
);
const block = fc.oneof(
  { weight: 4, arbitrary: inline },
  fc
    .array(plain, { minLength: 1, maxLength: 3 })
    .map((lines) => lines.map((line) => `- ${line}`).join('\n')),
  plain.map((text) => `> ${text}`),
  plain.map((text) => `> 更正（2025-04-02）：${text}`),
  fc
    .tuple(words(1, 3), words(1, 3))
    .map(([a, b]) => `| ${a} | ${b} |\n| --- | --- |\n| ${b} | ${a} | ${b} |`),
  fc
    .array(plain, { minLength: 2, maxLength: 3 })
    .map((lines) => lines.map((line, i) => `${i + 1}、${line}`).join('\n')),
);
const source = fc.constantFrom(
  '证券日报',
  '光明日报',
  '[羊城晚报](https://example.com/b)',
  '北京日报 2025-03-28',
);
const sources = fc.array(source, { minLength: 1, maxLength: 3 }).map((names) => names.join('、'));
const item = fc.record({
  title: words(2, 8),
  blocks: fc.array(block, { minLength: 1, maxLength: 3 }),
  sources,
  classic: fc.boolean(),
});
/** Issues without a fault, as an editor would think of them. */
export const issueDrafts = fc
  .record({
    lead: fc.array(plain, { maxLength: 2 }),
    sections: fc.array(
      fc.uniqueArray(item, { minLength: 1, maxLength: 3, selector: ({ title }) => nameKey(title) }),
      { minLength: 1, maxLength: 2 },
    ),
  })
  // An id is a title's: equal titles in one issue would be an error.
  .filter(({ sections }) => {
    const keys = sections.flat().map(({ title }) => nameKey(title));
    return new Set(keys).size === keys.length;
  });
export type Draft = {
  lead: string[];
  sections: { title: string; blocks: string[]; sources: string; classic: boolean }[][];
};
const SECTIONS = ['关注·动向', '产业要闻', '资讯速递'];

/** The Markdown of a draft. */
export function writeDraft({ lead, sections }: Draft): string {
  const parts = [...lead];
  for (const [index, items] of sections.entries()) {
    parts.push(`## ${SECTIONS[index]}`);
    for (const { title, blocks, sources: cited, classic } of items) {
      if (classic) parts.push(`【${title}】导言，`, ...blocks, `末段。（来源：${cited}）`);
      else parts.push(`### ${title}`, ...blocks, `来源：${cited}`);
    }
  }
  return `${parts.join('\n\n')}\n`;
}
