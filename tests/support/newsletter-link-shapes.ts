import { bold, bracketed, hash, linked, type Shape, SIGNS, source } from './newsletter-shape.ts';

/** The shapes of newsletters that link to what they report, by what is special about each. */
export const newsletterLinkShapes: Record<string, Shape> = {
  'sections by # without a title': {
    section: hash('#'),
    story: (s) => `- ${linked(s)}：${s.text}`,
  },
  'bold sections, links': { section: bold, story: (s) => `- ${linked(s)}\n  ${s.text}` },
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
  'HTML in Markdown': {
    section: hash('##'),
    story: (s) => `### <b>${s.title}</b>\n\n<p>${s.text}</p>\n\n<a href="${s.url}">阅读原文</a>`,
    foot: '<!-- 模板 -->',
  },
  'an English label': {
    section: hash('##'),
    story: (s) => `### ${s.title}\n\n${s.text}\n\nSource: [${s.source}](${s.url})`,
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
  'a page with lists': {
    ending: 'html',
    section: (name) => `<h2>${name}</h2>`,
    story: (s) => `<ul><li><a href="${s.url}">${s.title}</a><p>${s.text}</p></li></ul>`,
  },
};
