import { type CSSProperties, createElement, type ReactElement, type ReactNode } from 'react';
import { type Card, cardSize, type IssueCard, type SiteCard } from './card.ts';

/** The names of the fonts in each weight, as `fontFamily` takes them. */
export type Families = { name: string; headline: string; small: string };

// The light colours of app/globals.css.
const PAPER = '#fbf8f1';
const INK = '#1d1a16';
const INK_SOFT = '#5c554b';
const RULE = '#cfc6b4';
const ACCENT = '#a3201a';

/** A card as satori lays it out: no styles but those on the elements, and flexbox in place of blocks. */
export function layOut(card: Card, families: Families): ReactElement {
  return box(
    { ...cardSize, flexDirection: 'column', background: PAPER, color: INK, padding: '0 72px' },
    card.kind === 'issue' ? issueLayout(card, families) : siteLayout(card, families),
  );
}

function issueLayout({ name, label, date, headlines }: IssueCard, fonts: Families): ReactNode[] {
  const [first, ...others] = headlines;
  return [
    box(
      { justifyContent: 'space-between', alignItems: 'flex-end', marginTop: 44 },
      line(
        { fontFamily: fonts.name, fontSize: 84, letterSpacing: 12, lineHeight: 1.2, maxWidth: 620 },
        name,
      ),
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
          clipped(
            2,
            {
              fontFamily: fonts.headline,
              fontSize: 52,
              lineHeight: 1.3,
              textWrap: 'balance',
              ...hung(first.title, 52),
            },
            first.title,
          ),
        ),
    box(
      { flexDirection: 'column', marginBottom: 32 },
      ...others.map(({ section, title }) =>
        box(
          { alignItems: 'center', borderTop: `1px solid ${RULE}`, padding: '10px 0' },
          line({ fontFamily: fonts.small, fontSize: 24, color: ACCENT, width: 160 }, section),
          line({ fontFamily: fonts.headline, fontSize: 31, width: 896, ...hung(title, 31) }, title),
        ),
      ),
    ),
  ];
}

function siteLayout({ name, tagline, sections }: SiteCard, fonts: Families): ReactNode[] {
  return [
    box(
      { flexDirection: 'column', alignItems: 'center', flexGrow: 1, justifyContent: 'center' },
      line({ fontFamily: fonts.name, fontSize: 150, ...spaced(30) }, name),
      line({ fontFamily: fonts.small, fontSize: 36, color: INK_SOFT, ...spaced(10) }, tagline),
    ),
    doubleRule(),
    box(
      { justifyContent: 'center', padding: '30px 0 56px', fontFamily: fonts.headline },
      line({ fontSize: 32, color: ACCENT, maxWidth: 1056 }, sections.join('　　')),
    ),
  ];
}

/** The thick rule and the thin one that old newspapers put under their names. */
function doubleRule(): ReactNode {
  return box({
    borderTop: `6px solid ${ACCENT}`,
    borderBottom: `1px solid ${ACCENT}`,
    height: 12,
    marginTop: 18,
    flexShrink: 0,
  });
}

/** Letters apart by so many px, and as many before the first as there are behind the last: centred. */
function spaced(letterSpacing: number): CSSProperties {
  return { letterSpacing, paddingLeft: letterSpacing, maxWidth: 1056 };
}

/** Puts an opening mark, whose ink is in the right half of its square, outside the edge of the text. */
function hung(text: string, fontSize: number): CSSProperties {
  return /^[“‘《〈（【「『]/.test(text) ? { marginLeft: -0.4 * fontSize } : {};
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
