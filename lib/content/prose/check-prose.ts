import type { LinkData, Nodes, Root, Text } from 'mdast';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import type { Diagnostics, Edit } from '../faults/diagnostics.ts';
import { findAddresses } from './bare-addresses.ts';
import { checkBrackets } from './bracket-pairs.ts';
import { checkWidth } from './half-width.ts';
import { findBrokenLinks, isSafeLink, withoutTracking } from './links.ts';
import { checkBlock, checkMarkup } from './markup.ts';
import { writtenText } from './written-text.ts';

/** Reports faults in links, images, HTML and punctuation anywhere in an issue. */
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
      const written = writtenText(node, diagnostics.text);
      for (const index of findBrokenLinks(written.text)) {
        const reason =
          'Unexpected broken link, expected [text](https://…) with these brackets and no space between them';
        diagnostics.report('link-malformed', reason, written.offsetAt(index));
      }
      checkBrackets(written, diagnostics);
      checkMarkup(written, diagnostics);
      checkWidth(written, diagnostics);
    }
  });
}

/** A link or an image. */
type NodeWithUrl = Node & { url: string; data?: LinkData | undefined };

function checkAddress(node: Nodes & { url: string }, diagnostics: Diagnostics): void {
  if (!isSafeLink(node.url)) {
    const reason = `Unexpected link to \`${shorten(node.url)}\`, expected https://… or a path from /`;
    diagnostics.report('link-unsafe', reason, node, { actual: node.url });
    return;
  }
  checkTracking(node, diagnostics);
}

function checkTracking(node: NodeWithUrl, diagnostics: Diagnostics): void {
  const plain = withoutTracking(node.url);
  if (plain !== node.url) {
    const reason = `Unexpected tracking parameters in \`${shorten(node.url)}\`, expected \`${shorten(plain)}\``;
    diagnostics.report('link-tracking', reason, node, {
      actual: node.url,
      expected: [plain],
      mend: () => untrack(node, diagnostics.text),
    });
  }
}

/** Reports tracking parameters in addresses in plain text: pages make links of them. */
function checkBareAddresses({ value, position }: Text, diagnostics: Diagnostics): void {
  for (const { start, end } of findAddresses(value)) {
    const url = value.slice(start, end);
    // The position is that of the whole text node: after an escape or a reference, offsets in the value are not those
    // of the file.
    const node = { type: 'link', url, ...(position && { position }) };
    checkTracking(node, diagnostics);
  }
}

/** The edit that removes the tracking parameters from an address. In the file, `&` may be written as `&amp;`. */
function untrack({ url, position, data }: NodeWithUrl, file: string): Edit[] {
  const place = data?.definition ?? position;
  const [from, to] = [place?.start.offset ?? 0, place?.end.offset ?? 0];
  for (const written of [url, url.replaceAll('&', '&amp;')]) {
    // The text of a link may be the address too. The one that it leads to stands last.
    const start = file.slice(from, to).lastIndexOf(written);
    const text = withoutTracking(url).replaceAll('&', written === url ? '&' : '&amp;');
    if (start !== -1) return [{ start: from + start, end: from + start + written.length, text }];
  }
  return [];
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
