import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { type Card, cardSize, textsOf, withoutCharacters, wordsOf } from './card.ts';
import { undrawable } from './drawable.ts';
import { layOut } from './layout.ts';
import { readTypeface } from './typeface.ts';
import { writePng } from './write-png.ts';

/** A card as a PNG; the same card is the same to the byte. */
export async function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Resvg(await writeSvg(card), { font: { loadSystemFonts: false } }).render();
  return writePng(image.pixels, image);
}

async function writeSvg(written: Card): Promise<string> {
  const card = withoutCharacters(written, await undrawable(wordsOf(written)));
  const texts = textsOf(card);
  // What is too long ends in an ellipsis.
  const [name, headline, small] = await Promise.all([
    readTypeface(900, `${texts.name}…`),
    readTypeface(700, `${texts.headline}…`),
    readTypeface(400, `${texts.small}…`),
  ]);
  const families = { name: name.family, headline: headline.family, small: small.family };
  const fonts = [...name.fonts, ...headline.fonts, ...small.fonts];
  return satori(layOut(card, families), { ...cardSize, fonts });
}
