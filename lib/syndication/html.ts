import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment, serialize } from 'parse5';
import type { Issue, Item } from '#lib/content/issue.ts';
import { paths } from '#lib/site/paths.ts';

/** The attributes of sanitized HTML that hold an address. */
const ADDRESSES = new Set(['href', 'src', 'cite', 'longdesc']);

/** An item's text and its sources, as its page shows them. `base` is the address of that page. */
export function itemHtml({ html, attributions }: Item, base: string): string {
  const text = withAbsoluteAddresses(html.__html, base);
  if (attributions.length === 0) return text;
  const sources = attributions.map(({ source, url, date }) =>
    [
      link(absolute(paths.source(source.slug), base), source.name),
      ...(date === undefined ? [] : [date]),
      ...(url === undefined ? [] : [link(absolute(url, base), '原文')]),
    ].join(' '),
  );
  return `${text}\n<p>来源：${sources.join('、')}</p>`;
}

/**
 * An issue as HTML for feeds: its summary, its lead, and its sections with all items and sources.
 * @param base the address of the issue's page
 */
export function issueHtml({ summary, lead, sections, date }: Issue, base: string): string {
  const parts = [
    summary === undefined ? '' : `<p>${escapeHtml(summary)}</p>`,
    withAbsoluteAddresses(lead.__html, base),
  ];
  for (const { section, items } of sections) {
    if (items.length === 0) continue;
    parts.push(`<h2>${escapeHtml(section.name)}</h2>`);
    for (const item of items) {
      const title = link(absolute(paths.item(date, item.id), base), item.title);
      parts.push(`<h3>${title}</h3>`, itemHtml(item, base));
    }
  }
  return parts.filter(Boolean).join('\n');
}

/** What has an address, or what one serializer writes in another way than the next. */
const UNLIKE = /&| (?:href|src|cite|longdesc)=/;

/** Sanitized HTML whose addresses lead to the same places wherever it is read. `base` is its page's address. */
export function withAbsoluteAddresses(html: string, base: string): string {
  // Most items have no address in their text: to see that takes a hundredth of the time that a parser does.
  if (!UNLIKE.test(html)) return html;
  const fragment = parseFragment(html);
  const visit = (parent: DefaultTreeAdapterTypes.ParentNode) => {
    for (const node of parent.childNodes) {
      if (!defaultTreeAdapter.isElementNode(node)) continue;
      for (const attribute of node.attrs) {
        if (ADDRESSES.has(attribute.name)) attribute.value = absolute(attribute.value, base);
      }
      visit(node);
    }
  };
  visit(fragment);
  return serialize(fragment);
}

/** An address as it leads to the same place from anywhere; what is none stays as it is. */
function absolute(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

function link(address: string, text: string): string {
  return `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`;
}

/** Text as HTML and XML take it, between tags and in attributes with double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
