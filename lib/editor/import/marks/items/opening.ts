import type { Paragraph, PhrasingContent } from 'mdast';
import { inlineText } from '#lib/content/markdown/markdown.ts';
import { closingTitleBracket } from '#lib/content/markdown/tree/brackets.ts';
import { InlineText, type Locator, OPAQUE } from '#lib/content/markdown/tree/inline.ts';
import type { StructureMark } from '../../draft/draft.ts';
import { flatText, lengthWithout } from '../flat-text.ts';
import { isTitleLink, tagLength } from '../link-list.ts';
import { type Prefix, readPrefix } from '../prefix.ts';
import { isSourceStart } from '../source-line.ts';
import { findTitleEnd, firstWordsLength, goesOn, isTitle } from './title-end.ts';

/** The start of an item in a paragraph: its mark, the title, and the text after the title in the same paragraph. */
export type Opening = {
  mark: StructureMark;
  /** The number or the ornament before the title. */
  prefix?: Prefix;
  title: PhrasingContent[];
  body: PhrasingContent[];
  /** Whether the title only repeats the first words of the text. */
  isUntitled?: true;
  /** The text of the item where it has no other; absent where the title is that. */
  instead?: PhrasingContent[];
  /** The address that a linked title leads to, and all nodes after the link in the paragraph. */
  url?: string;
  behind?: PhrasingContent[];
  /** The source that is named right after the title. */
  source?: string;
};

/** An ornament or a blank after a title. U+FFFC is no ornament: it stands for a link or a picture. */
const CLOSING = /(?!\uFFFC)[\p{So}\s]/u;

/**
 * Reads the start of an item from a paragraph: 【标题】, a number or an ornament, a link, bold, or a line that is not a
 * sentence; `undefined` for a paragraph that cannot open an item.
 * @param isListed whether it stood in a list, so that its number is not part of it
 */
export function readOpening(
  paragraph: Paragraph,
  locator: Locator,
  isListed = false,
): Opening | undefined {
  const { inline, from, boldEnd, prefix } = unwrapStart(paragraph, locator);
  const text = flatText(inline);
  if (isSourceStart(text.slice(from))) return undefined;
  const led = prefix === undefined ? {} : { prefix };
  if (text.charAt(from) === '【') {
    const close = closingTitleBracket(text, from);
    if (close === -1) return undefined;
    const id = /^\s*(\{#[^{}\n]*\})/.exec(text.slice(close + 1));
    const open = from + 1;
    const title = inline.slice(
      open + (readPrefix(text.slice(open, close))?.ornament?.length ?? 0),
      close,
    );
    if (id?.[1] !== undefined) title.push({ type: 'text', value: ` ${id[1]}` });
    return {
      mark: '【】',
      ...led,
      title,
      body: bodyFrom(inline, close + 1 + (id?.[0].length ?? 0)),
    };
  }
  const hashes = /^[#＃]{2,3}\s*(?=[^#＃\s])/.exec(text.slice(from));
  const start = from + (hashes?.[0].length ?? 0);
  const open = (mark: StructureMark, length: number, next: number): Opening => ({
    mark,
    ...led,
    title: inline.slice(start, start + length),
    body: bodyFrom(inline, start + next),
  });
  const link = readLink(inline, start);
  if (link !== undefined) return { mark: 'links', ...led, ...link };
  if (boldEnd > start) {
    const bold = text.slice(start, boldEnd);
    const length = lengthWithout(bold, /[。：:\s]/);
    const isWhole = isTitle(bold.slice(0, length)) && !goesOn(bold, text.slice(boldEnd));
    return isWhole ? open('bold titles', length, bold.length) : undefined;
  }
  const [line = '', ...others] = text
    .slice(start)
    .split('\n')
    .map((each) => each.trimEnd());
  const below = others.find((other) => other !== '')?.trimStart() ?? '';
  const end = findTitleEnd(line, below);
  if (end === undefined) return undefined;
  if (prefix !== undefined || isListed || hashes !== null) {
    const isBullet = prefix?.count === undefined && !isListed && hashes === null;
    // As in ☆标题☆.
    const length = isBullet ? lengthWithout(line.slice(0, end.end), CLOSING) : end.end;
    return open(isBullet ? 'bullets' : 'numbering', length, end.next);
  }
  // In prose that is wrapped in the file, no line is much shorter than the next one.
  const isLine = below === '' || line.length * 1.2 < below.length;
  return isLine && end.end === line.length ? open('title lines', end.end, end.next) : undefined;
}

/**
 * The paragraph without the bold at its start or right after its number. `from` is where its title begins, `boldEnd`
 * where the bold ended, 0 without bold.
 */
function unwrapStart(paragraph: Paragraph, locator: Locator) {
  let inline = new InlineText(paragraph.children, locator);
  let prefix = readPrefix(flatText(inline));
  let from = prefix?.text.length ?? inline.text.search(/\S|$/);
  let boldEnd = 0;
  const first = inline.text.charAt(from) === OPAQUE ? inline.opaqueAt(from) : undefined;
  if (first?.type === 'strong') {
    boldEnd = from + new InlineText(first.children, locator).text.length;
    inline = new InlineText(
      [...inline.slice(0, from), ...first.children, ...inline.slice(from + 1)],
      locator,
    );
    prefix = readPrefix(flatText(inline));
    from = prefix?.text.length ?? inline.text.search(/\S|$/);
  }
  return { inline, from, boldEnd, ...(prefix && { prefix }) };
}

/** The title that is a link at this place of a text, also where a short tag stands before the link. */
function readLink(inline: InlineText, start: number) {
  const text = flatText(inline);
  const at = start + tagLength(text.slice(start));
  const link = inline.opaqueAt(at);
  if (link?.type !== 'link' || !isTitleLink(link)) return undefined;
  // [证券日报](…)报道称 is the start of a sentence.
  if (goesOn(OPAQUE, text.slice(at + 1).replace(/^[（(]/, ' '))) return undefined;
  const title = [...inline.slice(start, at), ...link.children];
  return { title, body: bodyFrom(inline, at + 1), url: link.url, behind: inline.slice(at + 1) };
}

/**
 * The start of an item that has no title: its first sentence becomes the title, or the first clauses of a long
 * sentence. A text of one sentence is only a title; any other text is repeated as a whole in the body.
 */
export function openUntitled(paragraph: Paragraph, locator: Locator): Opening {
  const { inline, from, prefix } = unwrapStart(paragraph, locator);
  const text = flatText(inline);
  const shown = text.slice(from);
  const length = Math.max(1, firstWordsLength(shown));
  const own = new InlineText(paragraph.children, locator);
  const whole = prefix === undefined ? own.slice(own.text.search(/\S|$/)) : inline.slice(from);
  const isWhole = /^[。.！!？?；;\s]*$/.test(shown.slice(length));
  return {
    mark: 'numbering',
    ...(prefix === undefined ? {} : { prefix }),
    // A title repeats the words alone, without emphasis and links.
    title: [{ type: 'text', value: inlineText(inline.slice(from, from + length)) }],
    ...(isWhole ? { body: [], instead: whole } : { body: whole, isUntitled: true }),
  };
}

/** What separates a title from its text: blanks, a colon, the end of a sentence, a dash with blanks around it. */
const SEPARATOR = /^(?:[\s。：:]|[—–|｜-]{1,2}\s)*/;

/** The nodes from an index on, without the blanks and marks that separate them from a title. */
export function bodyFrom(inline: InlineText, index: number): PhrasingContent[] {
  return inline.slice(index + (SEPARATOR.exec(flatText(inline).slice(index))?.[0].length ?? 0));
}
