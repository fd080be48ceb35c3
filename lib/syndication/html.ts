import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment, serialize } from 'parse5';
import type { Issue, Item } from '#lib/content/issue.ts';
import { paths } from '#lib/site/paths.ts';

/** The attributes of sanitized HTML that hold an address. */
const ADDRESSES = new Set(['href', 'src', 'cite', 'longdesc']);

/** An item's text and its sources, as its page shows them; addresses as they stand there. */
export function itemHtml({ html, attributions }: Item): string {
  if (attributions.length === 0) return html.__html;
  const sources = attributions.map(({ source, url, date }) =>
    [
      link(paths.source(source.slug), source.name),
      ...(date === undefined ? [] : [date]),
      ...(url === undefined ? [] : [link(url, '原文')]),
    ].join(' '),
  );
  return `${html.__html}\n<p>来源：${sources.join('、')}</p>`;
}

/** An issue from its summary to its last source; addresses as they stand on its page. */
export function issueHtml({ summary, lead, sections, date }: Issue): string {
  const parts = [summary === undefined ? '' : `<p>${escapeHtml(summary)}</p>`, lead.__html];
  for (const { section, items } of sections) {
    if (items.length === 0) continue;
    parts.push(`<h2>${escapeHtml(section.name)}</h2>`);
    for (const item of items) {
      parts.push(`<h3>${link(paths.item(date, item.id), item.title)}</h3>`, itemHtml(item));
    }
  }
  return parts.filter(Boolean).join('\n');
}

/** HTML whose addresses lead to the same places wherever it is read. `base` is its page's address. */
export function withAbsoluteAddresses(html: string, base: string): string {
  const fragment = parseFragment(html);
  const visit = (parent: DefaultTreeAdapterTypes.ParentNode) => {
    for (const node of parent.childNodes) {
      if (!defaultTreeAdapter.isElementNode(node)) continue;
      for (const attribute of node.attrs) {
        if (!ADDRESSES.has(attribute.name) || !URL.canParse(attribute.value, base)) continue;
        attribute.value = new URL(attribute.value, base).href;
      }
      visit(node);
    }
  };
  visit(fragment);
  return serialize(fragment);
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
