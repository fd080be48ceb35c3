import { Fragment, type ReactNode } from 'react';
import { headlinePieces } from '#lib/site/headline-pieces.ts';
import { splitEnglish } from '#lib/site/split-english.ts';

/**
 * A headline: its text with `<wbr>` where a line may end, and its English names marked as English. In headings and
 * lists of headlines the style sheet allows no other line break between Chinese characters (`keep-all`). Neither
 * element changes the text that is copied, searched or read by scripts.
 *
 * Titles in attributes, in `<title>` and in data are strings, and stay plain.
 */
export function Headline({ text }: { text: string }): ReactNode {
  return headlinePieces(text).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two pieces of a headline may be the same words
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {splitEnglish(piece).map((part, at) =>
        part.isEnglish ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <span key={at} lang="en">
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </Fragment>
  ));
}
