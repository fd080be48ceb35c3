import { type CSSProperties, createElement, type ReactElement, type ReactNode } from 'react';
import { PAPER } from '#lib/site/colours.ts';
import { type Card, cardSize, type IssueCard, type SiteCard } from './card.ts';

/** The names of the fonts in each weight, as `fontFamily` takes them. */
export type Families = { name: string; headline: string; small: string };

const MARGIN = 72;
/** What is left of a card between its margins, in px. */
const WIDTH = cardSize.width - 2 * MARGIN;

// The same colours as the light palette in components/styles/tokens.css.
const INK = '#1d1a16';
const INK_SOFT = '#5c554b';
const RULE = '#cfc6b4';
const ACCENT = '#a3201a';

/** A card as satori lays it out: no styles but those on the elements, and flexbox in place of blocks. */
export function layOut(card: Card, families: Families): ReactElement {
  return box(
    {
      ...cardSize,
      flexDirection: 'column',
      background: PAPER,
      color: INK,
      padding: `0 ${MARGIN}px`,
    },
    card.kind === 'issue' ? issueLayout(card, families) : siteLayout(card, families),
  );
}

function issueLayout({ name, label, date, headlines }: IssueCard, fonts: Families): ReactNode[] {
  const [first, ...others] = headlines;
  return [
    box(
      { justifyContent: 'space-between', alignItems: 'flex-end', marginTop: 44 },
      line({ fontFamily: fonts.name, ...spaced(name, 12, 620, 84), lineHeight: 1.2 }, name),
      box(
        { flexDirection: 'column', alignItems: 'flex-end', fontFamily: fonts.small, fontSize: 26 },
        line({ color: ACCENT, maxWidth: 430 }, label),
        line({ color: INK_SOFT }, date),
      ),
    ),
    doubleRule(),
    first === undefined
      ? null
      : box(
          { flexDirection: 'column', flexGrow: 1, justifyContent: 'center' },
          line({ fontFamily: fonts.small, fontSize: 26, color: ACCENT }, first.section),
          leadHeadline(fonts.headline, first.title),
        ),
    box(
      { flexDirection: 'column', marginBottom: 32 },
      ...others.flatMap(({ section, title }) => [
        rule(1, RULE),
        box(
          { alignItems: 'center', padding: '10px 0' },
          line({ fontFamily: fonts.small, fontSize: 24, color: ACCENT, width: 160 }, section),
          line({ fontFamily: fonts.headline, fontSize: 31, width: 896, ...hung(title, 31) }, title),
        ),
      ]),
    ),
  ];
}

function siteLayout({ name, tagline, sections }: SiteCard, fonts: Families): ReactNode[] {
  return [
    box(
      { flexDirection: 'column', alignItems: 'center', flexGrow: 1, justifyContent: 'center' },
      line({ fontFamily: fonts.name, ...centred(name, 30, 150) }, name),
      line({ fontFamily: fonts.small, color: INK_SOFT, ...centred(tagline, 10, 36) }, tagline),
    ),
    doubleRule(),
    box(
      { justifyContent: 'center', padding: '30px 0 56px', fontFamily: fonts.headline },
      line({ fontSize: 32, color: ACCENT, maxWidth: WIDTH }, sections.join('　　')),
    ),
  ];
}

/** The thick rule and the thin one that old newspapers put under their names. */
function doubleRule(): ReactNode {
  return box(
    {
      flexDirection: 'column',
      justifyContent: 'space-between',
      height: 12,
      marginTop: 18,
      flexShrink: 0,
    },
    rule(6, ACCENT),
    rule(1, ACCENT),
  );
}

/** A horizontal line. It is a filled box: satori draws a border with three clip paths, which takes 6 ms a card. */
function rule(height: number, background: string): ReactNode {
  return box({ height, background, flexShrink: 0 });
}

/** One line, a little smaller where that makes it fit; else two, with more than a word on the second. */
function leadHeadline(fontFamily: string, title: string): ReactNode {
  const [least, most] = [44, 52];
  const fitting = fittingSize(title, WIDTH);
  const fontSize = fitting < least ? most : Math.min(fitting, most);
  return clipped(2, { fontFamily, fontSize, lineHeight: 1.3, ...hung(title, fontSize) }, title);
}

/** Letters apart by so many px, smaller than `most` where they would not fit, clipped where it is too many. */
function spaced(text: string, letterSpacing: number, maxWidth: number, most: number) {
  const fitting = fittingSize(text, maxWidth - Array.from(text).length * letterSpacing);
  return { letterSpacing, maxWidth, fontSize: Math.max(most / 2, Math.min(fitting, most)) };
}

/** The same with as much before the first letter as there is behind the last. */
function centred(text: string, letterSpacing: number, most: number): CSSProperties {
  return {
    ...spaced(text, letterSpacing, WIDTH - letterSpacing, most),
    maxWidth: WIDTH,
    paddingLeft: letterSpacing,
  };
}

/** The size in px in which a text is about as wide as `width`: a Chinese character is a square. */
function fittingSize(text: string, width: number): number {
  const squares = Array.from(text, (char): number => (char < '\u2000' ? 0.6 : 1));
  return Math.floor(
    width /
      Math.max(
        1,
        squares.reduce((sum, part) => sum + part, 0),
      ),
  );
}

/** Puts an opening mark, whose ink is in the right half of its square, outside the edge of the text. */
function hung(text: string, fontSize: number): CSSProperties {
  return /^[“‘《〈（【「『]/.test(text) ? { textIndent: -0.4 * fontSize } : {};
}

/** A text on one line, clipped where it is longer. */
function line(style: CSSProperties, text: string): ReactNode {
  return clipped(1, { lineHeight: 1.4, flexShrink: 0, ...style }, text);
}

function clipped(lines: number, style: CSSProperties, text: string): ReactNode {
  return createElement('div', { style: { display: 'block', lineClamp: lines, ...style } }, text);
}

function box(style: CSSProperties, ...children: ReactNode[]): ReactElement {
  return createElement('div', {
    style: { display: 'flex', boxSizing: 'border-box', ...style },
    children,
  });
}
