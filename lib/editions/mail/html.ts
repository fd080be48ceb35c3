import type { Issue, Item } from '#lib/content/issue.ts';
import { formatChineseDate, formatWeekday } from '#lib/site/dates.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { issueHeading, issueTitle, type Site } from '#lib/site/site.ts';
import { escapeHtml } from '#lib/syndication/html.ts';
import { xmlText } from '#lib/syndication/xml-text.ts';
import { cut } from '../cut.ts';
import { restyle } from '../restyle.ts';
import { type Letter, unsubscribeOf } from './letter.ts';
import { block, link, MAIL_FORMAT, page, STYLES } from './markup.ts';

/** In bytes. Gmail shows only the first 102 KB of a mail: less than 100,000 bytes is safe, whatever a KB is. */
export const MAIL_LIMIT = 100_000;

/** In UTF-16 units: how much of each text is shown where the mail is too long, from the longest excerpt on. */
const EXCERPTS = [400, 200, 100, 0];

/**
 * Writes an issue as an HTML mail: tables and inline styles, every address absolute. Where it is over `MAIL_LIMIT`
 * bytes of UTF-8, long items are cut as far as needed, with a link to the rest. Where even the headlines are too many,
 * each section lists some and says how many more there are.
 */
export function mailHtml(letter: Letter): string {
  const whole = write(letter, Number.POSITIVE_INFINITY);
  if (fits(whole)) return whole;
  for (const length of EXCERPTS) {
    const html = write(letter, length);
    if (fits(html)) return html;
  }
  const longest = Math.max(...letter.issue.sections.map(({ items }) => items.length));
  for (let most = Math.floor(longest / 2); most > 0; most = Math.floor(most / 2)) {
    const html = write(letter, 0, most);
    if (fits(html)) return html;
  }
  return write(letter, 0, 0);
}

function fits(html: string): boolean {
  return new TextEncoder().encode(html).length <= MAIL_LIMIT;
}

/**
 * @param length how much of each text is shown, in UTF-16 units
 * @param most how many items of each section are shown
 */
function write(letter: Letter, length: number, most = Number.POSITIVE_INFINITY): string {
  const { issue, site } = letter;
  const address = absoluteUrl(site.origin, paths.issue(issue.date));
  const parts = [
    masthead(issue, site),
    issue.summary === undefined ? '' : block('p', STYLES.summary, escapeHtml(issue.summary)),
    restyle(issue.lead.__html, address, MAIL_FORMAT),
  ];
  for (const { section, items } of issue.sections) {
    if (items.length === 0) continue;
    parts.push(block('h2', STYLES.section, escapeHtml(section.name)));
    for (const item of items.slice(0, most)) parts.push(writeItem(item, issue, site, length));
    const left = items.length - most;
    if (left > 0) {
      const rest = absoluteUrl(site.origin, paths.issueSection(issue.date, section.id));
      parts.push(block('p', STYLES.source, link(rest, `本栏还有${left}条，阅读全文`)));
    }
  }
  parts.push(footer(letter));
  const preheader = issue.summary ?? headlines(issue);
  return xmlText(page(site.language, issueHeading(issue), cut(preheader, 120), parts.join('')));
}

function headlines({ sections }: Issue): string {
  return sections.flatMap(({ items }) => items.map(({ title }) => title)).join('；');
}

function masthead(issue: Issue, site: Site): string {
  const { date, number, editor, title } = issue;
  const { name, origin } = site;
  const dateline = [
    `${formatChineseDate(date)} ${formatWeekday(date)}`,
    ...(number === undefined ? [] : [`第${number}期`]),
    ...(editor === undefined ? [] : [`编辑：${editor}`]),
  ];
  const online = link(absoluteUrl(origin, paths.issue(date)), '在网页上阅读');
  return (
    block('h1', STYLES.name, link(absoluteUrl(origin, paths.home()), name, STYLES.plainLink)) +
    // The usual title would only repeat the name and the day.
    (title === issueTitle(site, date) ? '' : block('p', STYLES.ownTitle, escapeHtml(title))) +
    block('p', STYLES.dateline, `${escapeHtml(dateline.join(' · '))} · ${online}`)
  );
}

function writeItem(item: Item, { date }: Issue, { origin }: Site, length: number): string {
  const permalink = absoluteUrl(origin, paths.item(date, item.id));
  const base = absoluteUrl(origin, paths.issue(date));
  return [
    block('h3', STYLES.title, link(permalink, item.title, STYLES.plainLink)),
    item.text.length <= length
      ? restyle(item.html.__html, base, MAIL_FORMAT)
      : excerpt(item, permalink, length),
    attributionLine(item, permalink),
  ].join('');
}

/** The beginning of an item, with all its corrections. */
function excerpt({ text, corrections }: Item, permalink: string, length: number): string {
  const beginning = cut(text.replaceAll('\n', ' '), length);
  return [
    block('p', MAIL_FORMAT.styles.p, `${escapeHtml(beginning)} ${link(permalink, '阅读全文')}`),
    ...corrections.map(({ date, text: correction }) => {
      const day = date === undefined ? '' : `（${date}）`;
      return block(
        'blockquote',
        MAIL_FORMAT.styles.correction,
        escapeHtml(`更正${day}：${correction}`),
      );
    }),
  ].join('');
}

function attributionLine({ attributions }: Item, permalink: string): string {
  const list = attributions.map(({ source, url, date }) => {
    const name = url === undefined ? escapeHtml(source.name) : link(url, source.name);
    return date === undefined ? name : `${name} ${date}`;
  });
  const sources = list.length === 0 ? '' : `来源：${list.join('、')} · `;
  return block('p', STYLES.source, `${sources}${link(permalink, '本条网页')}`);
}

function footer(letter: Letter): string {
  const { site } = letter;
  const contact = site.contact?.email;
  const links = [
    link(absoluteUrl(site.origin, paths.archive()), '往期'),
    ...(contact === undefined ? [] : [link(`mailto:${contact}`, '联系我们')]),
    ...unsubscribeOf(letter)
      .urls.slice(0, 1)
      .map((url) => link(url, '退订')),
  ];
  return (
    block('p', `${STYLES.footer};${STYLES.small}`, escapeHtml(site.reprint)) +
    block('p', STYLES.small, links.join(' · '))
  );
}
