import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { type Card, cardSize, textsOf, withoutCharacters, wordsOf } from './card.ts';
import { undrawable } from './drawable.ts';
import { layOut } from './layout.ts';
import { readTypeface } from './typeface.ts';
import { writePng } from './write-png.ts';

/** Draws a card as a PNG. The same card gives the same bytes. */
export async function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Resvg(await writeSvg(card), { font: { loadSystemFonts: false } }).render();
  return writePng(image.pixels, image);
}

async function writeSvg(original: Card): Promise<string> {
  const card = withoutCharacters(original, await undrawable(wordsOf(original)));
  const texts = textsOf(card);
  // satori ends clipped text with an ellipsis, so the fonts need one.
  const [name, headline, small] = await Promise.all([
    readTypeface(900, `${texts.name}…`),
    readTypeface(700, `${texts.headline}…`),
    readTypeface(400, `${texts.small}…`),
  ]);
  const families = { name: name.family, headline: headline.family, small: small.family };
  const fonts = [...name.fonts, ...headline.fonts, ...small.fonts];
  return satori(layOut(card, families), { ...cardSize, fonts });
}
