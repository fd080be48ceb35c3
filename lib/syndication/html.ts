import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment, serialize } from 'parse5';
import type { Issue, Item } from '#lib/content/issue.ts';
import { paths } from '#lib/site/paths.ts';

/** The attributes of sanitized HTML that hold an address. */
const ADDRESSES = new Set(['href', 'src', 'cite', 'longdesc']);

/**
 * An item as HTML for feeds: its text and its sources. All addresses are absolute.
 * @param base the address of the issue's page
 */
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

/** HTML that has an address in it, or an `&`, which the parser's serializer may write in another way. */
const NEEDS_PARSER = /&| (?:href|src|cite|longdesc)=/;

/**
 * Makes the addresses in sanitized HTML absolute, so that they lead to the same places wherever it is read.
 * @param base the address of the page that the HTML stands on
 */
export function withAbsoluteAddresses(html: string, base: string): string {
  // Most items have no address in their text. This test takes a hundredth of the parser's time.
  if (!NEEDS_PARSER.test(html)) return html;
  return mapAddresses(html, (address) => absolute(address, base));
}

/** Sanitized HTML with other addresses in it. */
export function mapAddresses(html: string, map: (address: string) => string): string {
  const fragment = parseFragment(html);
  const visit = (parent: DefaultTreeAdapterTypes.ParentNode) => {
    for (const node of parent.childNodes) {
      if (!defaultTreeAdapter.isElementNode(node)) continue;
      for (const attribute of node.attrs) {
        if (ADDRESSES.has(attribute.name)) attribute.value = map(attribute.value);
      }
      visit(node);
    }
  };
  visit(fragment);
  return serialize(fragment);
}

/** An absolute address; a text that is no address stays as it is. */
function absolute(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

function link(address: string, text: string): string {
  return `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`;
}

/** Escapes a text for HTML and XML, between tags and in attributes with double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
