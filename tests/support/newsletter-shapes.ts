/** A piece of news, from which newsletters of every shape are made. All of it is made up. */
export type Story = { title: string; text: string; source: string; url: string };

/** The parts of a newsletter: how a section, a story and what stands between them are written. */
export type Shape = {
  section: (name: string, index: number) => string;
  story: (story: Story, index: number) => string;
  head?: string;
  gap?: string;
  ending?: 'md' | 'txt' | 'html';
  /** How many sources a person would count; left out where every item names one. */
  sources?: number;
  foot?: string;
};

const source = ({ source: name }: Story) => `来源：${name}`;
const bracketed = ({ source: name }: Story) => `（来源：${name}）`;
const linked = ({ title, url }: Story) => `[${title}](${url})`;
const NUMERALS = '一二三四五六七八九';
const CIRCLED = '①②③④⑤';
const SIGNS = ['🔥', '📚', '🚀'];
const hash = (marks: string) => (name: string) => `${marks} ${name}`;
const bold = (name: string) => `**${name}**`;
const numeral = (name: string, index: number) => `${NUMERALS[index]}、${name}`;

/** The shapes in which newsletters come, by what is special about each. */
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
  'sections by # without a title': {
    section: hash('#'),
    story: (s) => `- ${linked(s)}：${s.text}`,
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
  'bold sections, links': { section: bold, story: (s) => `- ${linked(s)}\n  ${s.text}` },
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
  'signs in headings, links': {
    section: (name, i) => `## ${SIGNS[i]} ${name}`,
    story: (s) => `- ${linked(s)}\n\n  ${s.text}`,
  },
  'links with a summary below': {
    section: hash('##'),
    story: (s) => `- ${linked(s)}\n  ${s.text}`,
  },
  'bold links, source, summary as a quote': {
    section: hash('##'),
    story: (s) => `- **${linked(s)}**${bracketed(s)}\n  > ${s.text}`,
  },
  'numbered links, summary as a paragraph': {
    section: hash('##'),
    story: (s, i) => `${i + 1}、${linked(s)}\n\n${s.text}`,
  },
  'links with a publisher': {
    section: hash('##'),
    story: (s) => `- ${linked(s)} - ${s.source}\n\n  ${s.text}`,
  },
  'links alone': { section: hash('##'), story: (s) => `* ${linked(s)}` },
  'links with a summary behind': {
    section: hash('##'),
    story: (s) => `- ${linked(s)} — ${s.text}`,
  },
  'a numbered list of links': {
    section: hash('##'),
    story: (s, i) => `${i + 1}. ${linked(s)} ${s.text}`,
  },
  'tagged links': {
    section: hash('##'),
    story: (s) => `- [视频] ${linked(s)} | ${s.source} | 2025-03-30\n\n  ${s.text}`,
  },
  'linked headings': { section: hash('##'), story: (s) => `### ${linked(s)}\n\n${s.text}` },
  'linked headings, numbered': {
    section: hash('##'),
    story: (s, i) => `### ${i + 1}. ${linked(s)}\n\n${s.text}\n\n${source(s)}`,
  },
  'a bold label and a link': {
    section: hash('##'),
    story: (s) => `### ${s.title}\n\n${s.text}\n\n**来源：** ${s.source}\n\n[阅读全文](${s.url})`,
  },
  'an address behind a label': {
    section: hash('##'),
    story: (s) => `### ${s.title}\n\n${s.text}\n\n原文链接：${s.url}`,
  },
  'bold titles with a source and an address': {
    section: hash('##'),
    story: (s) => `- **${s.title}** ${bracketed(s)}\n  ${s.text}\n  链接: ${s.url}`,
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
  'HTML in Markdown': {
    section: hash('##'),
    story: (s) => `### <b>${s.title}</b>\n\n<p>${s.text}</p>\n\n<a href="${s.url}">阅读原文</a>`,
    foot: '<!-- 模板 -->',
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
  'an English label': {
    section: hash('##'),
    story: (s) => `### ${s.title}\n\n${s.text}\n\nSource: [${s.source}](${s.url})`,
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
  'sentences with a link at the end': {
    section: hash('##'),
    story: (s) => `- ${s.title}。${s.text}[详情](${s.url})`,
  },
  'lists in lists': {
    section: (name) => `- ${name}`,
    story: (s) => `  - ${linked(s)}：${s.text}`,
    gap: '\n',
  },
  'front matter and links': {
    head: '---\ntitle: 周刊\nlayout: post\n---',
    section: hash('##'),
    story: (s) => `- ${linked(s)}（${s.source}）\n\n  ${s.text}`,
  },
  'underlined headings': {
    section: (name) => `${name}\n---`,
    story: (s) => `### ${s.title}\n\n${s.text}\n\n${source(s)}`,
  },
  'a page with lists': {
    ending: 'html',
    section: (name) => `<h2>${name}</h2>`,
    story: (s) => `<ul><li><a href="${s.url}">${s.title}</a><p>${s.text}</p></li></ul>`,
  },
};
