import type { LinkData, Nodes, Root, Text } from 'mdast';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import type { Diagnostics, Edit } from '../faults/diagnostics.ts';
import { findAddresses } from './bare-addresses.ts';
import { checkBrackets } from './bracket-pairs.ts';
import { checkWidth } from './half-width.ts';
import { findBrokenLinks, isSafeLink, withoutTracking } from './links.ts';
import { checkBlock, checkMarkup } from './markup.ts';
import { sourceOf } from './source-text.ts';

/** Reports what is amiss in the text of an issue wherever it stands: links, images, HTML, marks. */
export function checkProse(root: Root, diagnostics: Diagnostics): void {
  visit(root, (node, _, parent) => {
    checkBlock(node, parent, diagnostics);
    if (node.type === 'html') {
      const reason = `Unexpected HTML \`${shorten(node.value)}\`, expected Markdown or plain text`;
      diagnostics.report('html-raw', reason, node, { actual: node.value });
    }
    if (node.type === 'link' || node.type === 'image') checkAddress(node, diagnostics);
    if (node.type === 'text' && parent?.type !== 'link') checkBareAddresses(node, diagnostics);
    if (node.type === 'image' && !node.alt?.trim()) {
      const reason = 'Unexpected image without a description, expected ![what it shows](…)';
      diagnostics.report('image-without-alt', reason, node);
    }
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const source = sourceOf(node, diagnostics.text);
      for (const index of findBrokenLinks(source.text)) {
        const reason =
          'Unexpected link that is none, expected [text](https://…) with these brackets and no space';
        diagnostics.report('link-malformed', reason, source.offsetAt(index));
      }
      checkBrackets(source, diagnostics);
      checkMarkup(source, diagnostics);
      checkWidth(source, diagnostics);
    }
  });
}

/** A node that leads to an address. */
type Addressed = Node & { url: string; data?: LinkData | undefined };

function checkAddress(node: Nodes & { url: string }, diagnostics: Diagnostics): void {
  if (!isSafeLink(node.url)) {
    const reason = `Unexpected link to \`${shorten(node.url)}\`, expected https://… or a path from /`;
    diagnostics.report('link-unsafe', reason, node, { actual: node.url });
    return;
  }
  checkTracking(node, diagnostics);
}

function checkTracking(node: Addressed, diagnostics: Diagnostics): void {
  const plain = withoutTracking(node.url);
  if (plain !== node.url) {
    const reason = `Unexpected tracking in \`${shorten(node.url)}\`, expected \`${shorten(plain)}\``;
    diagnostics.report('link-tracking', reason, node, {
      actual: node.url,
      expected: [plain],
      mend: () => untrack(node, diagnostics.text),
    });
  }
}

/** The tracking in addresses that are typed as text: a page makes links of them. */
function checkBareAddresses({ value, position }: Text, diagnostics: Diagnostics): void {
  for (const { start, end } of findAddresses(value)) {
    const url = value.slice(start, end);
    // The place is that of the whole text: an escape or a reference before an address moves it in the file.
    const node = { type: 'link', url, ...(position && { position }) };
    checkTracking(node, diagnostics);
  }
}

/** The edit that takes the tracking out of an address, as it is typed: `&` may be `&amp;` in the file. */
function untrack({ url, position, data }: Addressed, file: string): Edit[] {
  const place = data?.definition ?? position;
  const [from, to] = [place?.start.offset ?? 0, place?.end.offset ?? 0];
  for (const typed of [url, url.replaceAll('&', '&amp;')]) {
    // A link may have the address for its text as well: what it leads to stands last.
    const start = file.slice(from, to).lastIndexOf(typed);
    const text = withoutTracking(url).replaceAll('&', typed === url ? '&' : '&amp;');
    if (start !== -1) return [{ start: from + start, end: from + start + typed.length, text }];
  }
  return [];
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
