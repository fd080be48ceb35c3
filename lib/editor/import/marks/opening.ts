import type { Paragraph, PhrasingContent } from 'mdast';
import { closingTitleBracket } from '#lib/content/tree/brackets.ts';
import { InlineText, type Locator, OPAQUE } from '#lib/content/tree/inline.ts';
import type { Mark } from '../draft.ts';
import { type Lead, readLead } from './count.ts';
import { flatText, lengthWithout } from './flat-text.ts';
import { isSourceStart } from './source-line.ts';
import { findTitleEnd, isTitle } from './title-end.ts';

/** How a paragraph opens an item: by what mark, the title, and the text behind it in the paragraph. */
export type Opening = {
  mark: Mark;
  /** What stood before the title. */
  lead?: Lead;
  title: PhrasingContent[];
  body: PhrasingContent[];
};

/** An ornament behind a title, and blanks; what stands for a link or a picture is none. */
const CLOSING = /(?!\uFFFC)[\p{So}\s]/u;

/**
 * How a paragraph would open an item, if it may: by 【标题】, by a number or an ornament, by bold at its
 * start, or by being a line that is no sentence. `isListed` says that it stood in a list, which took its
 * number.
 */
export function readOpening(
  paragraph: Paragraph,
  locator: Locator,
  isListed = false,
): Opening | undefined {
  const { inline, from, boldEnd, lead } = unwrapStart(paragraph, locator);
  const text = flatText(inline);
  if (isSourceStart(text.slice(from))) return undefined;
  const led = lead === undefined ? {} : { lead };
  if (text.charAt(from) === '【') {
    const close = closingTitleBracket(text, from);
    if (close === -1) return undefined;
    const id = /^\s*(\{#[^{}\n]*\})/.exec(text.slice(close + 1));
    const open = from + 1;
    const title = inline.slice(
      open + (readLead(text.slice(open, close))?.ornament?.length ?? 0),
      close,
    );
    if (id?.[1] !== undefined) title.push({ type: 'text', value: ` ${id[1]}` });
    return { mark: '【】', ...led, title, body: tail(inline, close + 1 + (id?.[0].length ?? 0)) };
  }
  const hashes = /^[#＃]{2,3}\s*(?=[^#＃\s])/.exec(text.slice(from));
  const start = from + (hashes?.[0].length ?? 0);
  const open = (mark: Mark, length: number, next: number): Opening => ({
    mark,
    ...led,
    title: inline.slice(start, start + length),
    body: tail(inline, start + next),
  });
  if (boldEnd > start) {
    const bold = text.slice(start, boldEnd);
    const length = lengthWithout(bold, /[。：:\s]/);
    return isTitle(bold.slice(0, length)) ? open('bold titles', length, bold.length) : undefined;
  }
  const typed = text.slice(start);
  const [line = '', ...others] = typed.split('\n').map((each) => each.trimEnd());
  const below = others.find((other) => other !== '')?.trimStart() ?? '';
  const end = findTitleEnd(line, below);
  if (end === undefined) return undefined;
  if (lead !== undefined || isListed || hashes !== null) {
    const isBullet = lead?.count === undefined && !isListed && hashes === null;
    // ☆标题☆
    const length = isBullet ? lengthWithout(line.slice(0, end.end), CLOSING) : end.end;
    return open(isBullet ? 'bullets' : 'numbering', length, end.next);
  }
  // Of prose that is wrapped in the file, no line is much shorter than the next.
  const isLine = below === '' || line.length * 1.2 < below.length;
  return isLine && end.end === line.length ? open('title lines', end.end, end.next) : undefined;
}

/** The paragraph with bold at its start, or right behind a number there, taken off. */
function unwrapStart(paragraph: Paragraph, locator: Locator) {
  let inline = new InlineText(paragraph.children, locator);
  let lead = readLead(flatText(inline));
  let from = lead?.typed.length ?? inline.text.search(/\S|$/);
  let boldEnd = 0;
  const first = inline.text.charAt(from) === OPAQUE ? inline.opaqueAt(from) : undefined;
  if (first?.type === 'strong') {
    boldEnd = from + new InlineText(first.children, locator).text.length;
    inline = new InlineText(
      [...inline.slice(0, from), ...first.children, ...inline.slice(from + 1)],
      locator,
    );
    lead = readLead(flatText(inline));
    from = lead?.typed.length ?? inline.text.search(/\S|$/);
  }
  return { inline, from, boldEnd, ...(lead && { lead }) };
}

/** The nodes from an index on, without the blanks, colons and ends of sentence that parted them from a title. */
function tail(inline: InlineText, index: number): PhrasingContent[] {
  return inline.slice(
    index +
      Math.max(
        0,
        flatText(inline)
          .slice(index)
          .search(/[^\s。：:]|$/),
      ),
  );
}
