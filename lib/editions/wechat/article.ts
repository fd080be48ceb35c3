import type { Issue, Item } from '#lib/content/issue.ts';
import { formatChineseDate, formatWeekday } from '#lib/site/dates.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import type { Site } from '#lib/site/site.ts';
import { escapeHtml } from '#lib/syndication/html.ts';
import { xmlText } from '#lib/syndication/xml-text.ts';
import { type InlineFormat, type PictureRef, restyle } from '../restyle.ts';
import { Notes } from './notes.ts';

/** The article, and its pictures in the order of their numbers. An editor has to upload the pictures by hand. */
export type WechatArticle = { html: string; pictures: PictureRef[] };

/** Vermilion with a contrast of 3:1 both to white and to WeChat's dark background. */
const ACCENT = '#c8362b';
const GREY = 'rgba(128,128,128,.5)';

/**
 * The styles of an article. WeChat recolours articles in its dark mode, so that nothing has a background, and softer
 * text is made so by its opacity. Sizes are those that WeChat uses.
 */
const ARTICLE =
  'font-size:16px;line-height:1.75;text-align:justify;word-wrap:break-word;word-break:break-word';
const DATELINE = 'margin:0 0 16px;font-size:14px;opacity:.75;text-align:center';
const SUMMARY = `margin:0 0 16px;padding:12px 0;border-top:1px solid ${GREY};border-bottom:1px solid ${GREY}`;
const SECTION = `margin:40px 0 0;padding-left:10px;border-left:4px solid ${ACCENT};font-size:20px;line-height:1.35`;
const TITLE = 'margin:28px 0 10px;font-size:18px;line-height:1.4;text-align:left';
const SOURCE = 'font-size:14px;opacity:.75;text-align:left';
const MARK = 'font-size:12px';
const NOTES = `margin:40px 0 12px;padding-top:16px;border-top:1px solid ${GREY};font-size:14px`;
const SMALL = 'font-size:12px;opacity:.75;text-align:left;word-break:break-all';
const BODY: InlineFormat['styles'] = {
  p: 'margin:0 0 12px',
  // Chinese has no italics. Not text-emphasis: its place below the text is a property named position.
  em: 'font-style:normal;border-bottom:2px dotted',
  code: 'font-family:monospace',
  pre: 'margin:0 0 12px;font-family:monospace;font-size:14px;text-align:left',
  blockquote: `margin:0 0 12px;padding-left:12px;border-left:3px solid ${GREY}`,
  correction: `margin:0 0 12px;padding-left:12px;border-left:3px solid ${ACCENT}`,
  ul: 'margin:0 0 12px;padding-left:24px',
  ol: 'margin:0 0 12px;padding-left:24px',
  table: 'margin:0 0 12px;width:100%;border-collapse:collapse;font-size:14px;text-align:left',
  th: `padding:4px 8px;border:1px solid ${GREY}`,
  td: `padding:4px 8px;border:1px solid ${GREY}`,
  hr: `margin:12px 0;border:0;border-top:1px solid ${GREY}`,
};

/**
 * Writes an issue as an article for a 公众号: HTML with inline styles, without links, classes, ids or scripts. Addresses
 * are numbered notes at the end, in plain text. A picture is followed by its number.
 */
export function wechatArticle(issue: Issue, site: Site): WechatArticle {
  const notes = new Notes();
  const pictures: PictureRef[] = [];
  const base = absoluteUrl(site.origin, paths.issue(issue.date));
  const format: InlineFormat = {
    styles: BODY,
    link: (text, address) => text + noteMark(notes, address),
    picture: (picture) => {
      pictures.push(picture);
      const caption = picture.alt === '' ? '' : `：${picture.alt}`;
      const flag = `【图${pictures.length}，请上传${caption}】`;
      return `<img src="${escapeHtml(picture.address)}" alt="${escapeHtml(picture.alt)}" style="max-width:100%"><br><span style="${MARK}">${escapeHtml(flag)}</span>`;
    },
  };
  const parts = [paragraph(DATELINE, escapeHtml(dateline(issue, site)))];
  if (issue.summary !== undefined) parts.push(paragraph(SUMMARY, escapeHtml(issue.summary)));
  parts.push(restyle(issue.lead.__html, base, format));
  for (const { section, items } of issue.sections) {
    if (items.length === 0) continue;
    parts.push(paragraph(SECTION, strong(section.name)));
    for (const item of items) {
      parts.push(paragraph(TITLE, strong(item.title)), restyle(item.html.__html, base, format));
      const permalink = absoluteUrl(site.origin, paths.item(issue.date, item.id));
      parts.push(
        paragraph(SOURCE, `${attributionLine(item, notes)}本条地址${noteMark(notes, permalink)}`),
      );
    }
  }
  // No place in the text refers to the issue's own address, so it has no number.
  parts.push(paragraph(NOTES, `${strong('链接')}<br>本期网页：${escapeHtml(base)}`));
  const addresses = notes.addresses.map((address, at) => `[${at + 1}] ${escapeHtml(address)}`);
  if (addresses.length > 0) parts.push(paragraph(SMALL, addresses.join('<br>')));
  parts.push(paragraph(`${SOURCE};margin-top:16px`, escapeHtml(site.reprint)));
  return { html: xmlText(`<section style="${ARTICLE}">${parts.join('')}</section>`), pictures };
}

function dateline({ date, number, editor, sections }: Issue, { name }: Site): string {
  const count = sections.reduce((sum, { items }) => sum + items.length, 0);
  return [
    name,
    `${formatChineseDate(date)} ${formatWeekday(date)}`,
    ...(number === undefined ? [] : [`第${number}期`]),
    `${count}条`,
    ...(editor === undefined ? [] : [`编辑：${editor}`]),
  ].join(' · ');
}

function attributionLine({ attributions }: Item, notes: Notes): string {
  if (attributions.length === 0) return '';
  const list = attributions.map(
    ({ source, url, date }) =>
      escapeHtml(date === undefined ? source.name : `${source.name} ${date}`) +
      (url === undefined ? '' : noteMark(notes, url)),
  );
  return `来源：${list.join('、')} · `;
}

function noteMark(notes: Notes, address: string): string {
  return `<span style="${MARK}">[${notes.numberOf(address)}]</span>`;
}

function paragraph(style: string, content: string): string {
  return `<p style="${style}">${content}</p>`;
}

function strong(text: string): string {
  return `<strong>${escapeHtml(text)}</strong>`;
}
