import {
  bold,
  bracketed,
  CIRCLED,
  hash,
  NUMERALS,
  numeral,
  type Shape,
  SIGNS,
  source,
} from './newsletter-shape.ts';

/** The shapes of newsletters without links, by what is special about each. */
export const newsletterShapes: Record<string, Shape> = {
  'headings of two levels': {
    section: hash('##'),
    story: (s) => `### ${s.title}\n\n${s.text}\n\n${source(s)}`,
  },
  'headings one level deeper': {
    section: hash('###'),
    story: (s) => `#### ${s.title}\n\n${s.text}\n\n${source(s)}`,
  },
  'headings one level higher': {
    section: hash('#'),
    story: (s) => `## ${s.title}\n\n${s.text}\n\n${source(s)}`,
  },
  'a title above all': {
    head: '# 技术周刊：春季号',
    section: hash('##'),
    story: (s) => `### ${s.title}\n\n${s.text}\n\n${source(s)}`,
  },
  'a title with a number': {
    head: '# 技术周刊（第 12 期）\n\n编者按：本期两个栏目。',
    section: hash('##'),
    story: (s) => `### ${s.title}\n\n${s.text}${bracketed(s)}`,
  },
  'brackets under unlisted headings': {
    section: hash('##'),
    story: (s) => `【${s.title}】${s.text}${bracketed(s)}`,
  },
  'bold sections, brackets': {
    section: bold,
    story: (s) => `【${s.title}】${s.text}${bracketed(s)}`,
  },
  'bold sections, bold titles': {
    section: bold,
    story: (s) => `**${s.title}** ${s.text}${bracketed(s)}`,
  },
  'bold sections, bold lines': {
    section: bold,
    story: (s) => `**${s.title}**\n\n${s.text}\n\n${source(s)}`,
  },
  'numbered sections and items': {
    ending: 'txt',
    gap: '\n',
    section: numeral,
    story: (s, i) => `${i + 1}、${s.title}\n${s.text}\n${source(s)}`,
  },
  'numbered sections, sentences': {
    ending: 'txt',
    gap: '\n',
    section: numeral,
    story: (s, i) => `${i + 1}、${s.title}。${s.text}`,
    sources: 0,
  },
  'numbered sections, numbers in brackets': {
    section: numeral,
    story: (s, i) => `（${NUMERALS[i]}）${s.title}\n\n${s.text}${bracketed(s)}`,
  },
  'numbered sections, bare titles': {
    ending: 'txt',
    gap: '\n',
    section: numeral,
    story: (s) => `${s.title}\n${s.text}${bracketed(s)}`,
  },
  'sections in brackets, numbers': {
    ending: 'txt',
    gap: '\n',
    section: (name) => `【${name}】`,
    story: (s, i) => `${i + 1}、${s.title}：${s.text}${bracketed(s)}`,
  },
  'sections and titles in brackets': {
    section: (name) => `【${name}】`,
    story: (s) => `【${s.title}】${s.text}${bracketed(s)}`,
  },
  'signs before sections, a numbered list': {
    section: (name, i) => `${SIGNS[i]} ${name}`,
    story: (s, i) => `${i + 1}. ${s.title}。${s.text}`,
    sources: 0,
  },
  'the source below the title': {
    section: hash('##'),
    story: (s) => `### ${s.title}\n\n${source(s)} 2025-03-26\n\n${s.text}`,
  },
  'the source below a bare title': {
    ending: 'txt',
    gap: '\n',
    section: numeral,
    story: (s) => `${s.title}\n${source(s)}\n${s.text}`,
  },
  'details and line breaks': {
    section: hash('##'),
    story: (s) =>
      `### ${s.title}\n\n<details>\n<summary>摘要</summary>\n\n${s.text}<br>${source(s)}\n\n</details>`,
  },
  'a table of contents': {
    head: '# 周刊\n\n## 目录\n\n- [新闻和社区](#a)\n- [提案与规则](#b)',
    section: hash('##'),
    story: (s) => `### ${s.title}\n\n${s.text}\n\n${source(s)}`,
  },
  'a traditional label': {
    section: hash('##'),
    story: (s) => `### ${s.title}\n\n${s.text}\n\n來源：${s.source}`,
  },
  'via in brackets': {
    section: hash('##'),
    story: (s) => `- **${s.title}**：${s.text}（via ${s.source}）`,
  },
  'numbers, one in bold': {
    section: hash('##'),
    story: (s, i) => `${i + 1}、${i === 1 ? bold(s.title) : s.title}。${s.text}`,
    sources: 0,
  },
  'circled numbers': {
    ending: 'txt',
    gap: '\n',
    section: numeral,
    story: (s, i) => `${CIRCLED[i]}${s.title}。${s.text}${bracketed(s)}`,
  },
  'numbers of two digits': {
    section: hash('##'),
    story: (s, i) => `0${i + 1}\n\n${s.title}\n\n${s.text}\n\n来源丨${s.source}`,
  },
  'underlined headings': {
    section: (name) => `${name}\n---`,
    story: (s) => `### ${s.title}\n\n${s.text}\n\n${source(s)}`,
  },
};
