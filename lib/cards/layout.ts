import { type CSSProperties, createElement, type ReactElement, type ReactNode } from 'react';
import { PAPER } from '#lib/site/colours.ts';
import { type Card, cardSize, type IssueCard, type SiteCard } from './card.ts';

/** The names of the fonts in each weight, as `fontFamily` takes them. */
export type Families = { name: string; headline: string; small: string };

const MARGIN = 72;
/** The width of a card between its margins, in px. */
const WIDTH = cardSize.width - 2 * MARGIN;

// The same colours as the light palette in components/styles/tokens.css.
const INK = '#1d1a16';
const INK_SOFT = '#5c554b';
const RULE = '#cfc6b4';
const ACCENT = '#a3201a';

/** The elements of a card for satori, which knows only inline styles and flexbox. */
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
          others.length === 0
            ? onlyHeadline(fonts.headline, first.title)
            : leadHeadline(fonts.headline, first.title),
        ),
    box(
      { flexDirection: 'column', marginBottom: 32 },
      ...others.flatMap(({ section, title }) => [
        rule(1, RULE),
        box(
          { alignItems: 'center', padding: '10px 0' },
          line({ fontFamily: fonts.small, fontSize: 24, color: ACCENT, width: 160 }, section),
          line(
            { fontFamily: fonts.headline, fontSize: 31, width: 896, ...hanging(title, 31) },
            title,
          ),
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

/** A thick line and a thin one, as old newspapers have them under their names. */
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

/** The first headline: on one line, smaller where that makes it fit, or else on two lines in full size. */
function leadHeadline(fontFamily: string, title: string): ReactNode {
  const [least, most] = [44, 52];
  const fitting = fittingSize(title, WIDTH);
  const fontSize = fitting < least ? most : Math.min(fitting, most);
  return clipped(2, { fontFamily, fontSize, lineHeight: 1.3, ...hanging(title, fontSize) }, title);
}

/** The headline of a card that has no other: on up to three lines, as large as they allow. */
function onlyHeadline(fontFamily: string, title: string): ReactNode {
  const fontSize = Math.max(52, Math.min(fittingSize(title, 2.6 * WIDTH), 84));
  return clipped(3, { fontFamily, fontSize, lineHeight: 1.3, ...hanging(title, fontSize) }, title);
}

/** Spaced letters (in px). They are smaller than `most` where they would not fit, but not less than half of it. */
function spaced(text: string, letterSpacing: number, maxWidth: number, most: number) {
  const fitting = fittingSize(text, maxWidth - Array.from(text).length * letterSpacing);
  return { letterSpacing, maxWidth, fontSize: Math.max(most / 2, Math.min(fitting, most)) };
}

/** The same, with as much space before the first letter as there is behind the last. */
function centred(text: string, letterSpacing: number, most: number): CSSProperties {
  return {
    ...spaced(text, letterSpacing, WIDTH - letterSpacing, most),
    maxWidth: WIDTH,
    paddingLeft: letterSpacing,
  };
}

/** The size in px in which a text is about `width` wide. A Chinese character is a square, a Latin one 0.6 of it. */
function fittingSize(text: string, width: number): number {
  const squares = Array.from(text).reduce((sum, char) => sum + (char < '\u2000' ? 0.6 : 1), 0);
  return Math.floor(width / Math.max(1, squares));
}

/** Moves an opening mark, which is drawn in the right half of its square, out of the edge of the text. */
function hanging(text: string, fontSize: number): CSSProperties {
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
