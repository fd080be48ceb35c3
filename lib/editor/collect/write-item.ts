import type { IsoDate } from '#lib/site/dates.ts';

/** A draft item: its body is for the editor to write. */
export type DraftItem = {
  title: string;
  publisher: string;
  url: string;
  day?: IsoDate | undefined;
  /** Sentences of the report, kept as a note that is never published. */
  note?: string | undefined;
};

/** The Markdown of a draft item, with `\n` between lines. */
export function writeItem({ title, publisher, url, day, note }: DraftItem): string {
  const quoted =
    note === undefined ? [] : [`<!-- 摘录：${note.replace(/--+>?|<!--/g, '—')} -->`, ''];
  const source = `来源：[${escapeText(publisher)}](${escapeUrl(url)})${day === undefined ? '' : ` ${day}`}`;
  return [`### ${escapeText(title)}`, '', ...quoted, source].join('\n');
}

/** A text in which nothing is Markdown. */
function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]<>#{}&~|]/g, '\\$&');
}

function escapeUrl(url: string): string {
  return url.replace(/[()<>\s]/g, (character) =>
    character === '(' ? '%28' : character === ')' ? '%29' : encodeURIComponent(character),
  );
}

/**
 * Puts an item at the end of a section of an issue. Every byte that is there stays. A section that the issue does not
 * have is added at the end.
 * @param isSection whether a heading is that of the section
 * @param name the heading for a section that is added
 */
export function appendItem(
  text: string,
  item: string,
  isSection: (heading: string) => boolean,
  name: string,
): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const headings = [...text.matchAll(/^##[ \t]+([^\r\n]*)/gm)];
  const found = headings.findIndex(([, heading = '']) => isSection(heading.trim()));
  const at = found === -1 ? text.length : (headings[found + 1]?.index ?? text.length);
  const before = text.slice(0, at);
  const after = text.slice(at);
  const heading = found === -1 ? `## ${name}\n\n` : '';
  const added = `${heading}${item}\n${after === '' ? '' : '\n'}`.replaceAll('\n', end);
  return before + gapAfter(before, end) + added + after;
}

/** What is missing for a blank line at the end of a text. */
function gapAfter(text: string, end: string): string {
  if (text === '' || /\n\r?\n$/.test(text)) return '';
  return text.endsWith('\n') ? end : end + end;
}
