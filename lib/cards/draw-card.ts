import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import satori from 'satori';
import { type Card, cardSize, withoutCharacters, wordsOf } from './card.ts';
import { undrawable } from './drawable.ts';
import { layOut } from './layout.ts';
import { readTypeface, resolvePackageFile } from './typeface.ts';
import { writePng } from './write-png.ts';

/** A card as a PNG; the same card is the same to the byte. */
export async function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const svg = await writeSvg(card);
  await loadRasterizer();
  const drawing = new Resvg(svg, { font: { loadSystemFonts: false } });
  const image = drawing.render();
  try {
    return writePng(image.pixels, image);
  } finally {
    image.free();
    drawing.free();
  }
}

async function writeSvg(written: Card): Promise<string> {
  const missing = await undrawable(wordsOf(written));
  const card = withoutCharacters(written, missing);
  const words = `${wordsOf(card)}…`;
  const [name, headline, small] = await Promise.all([
    readTypeface(900, `${card.name}…`),
    readTypeface(700, words),
    readTypeface(400, words),
  ]);
  const families = { name: name.family, headline: headline.family, small: small.family };
  const fonts = [...name.fonts, ...headline.fonts, ...small.fonts];
  return satori(layOut(card, families), { ...cardSize, fonts });
}

// Next's own server evaluates this file anew when it changed; the package, which is none of ours, stays.
declare global {
  var dibaoRasterizer: Promise<void> | undefined;
}

/** Makes ready what draws; it can be done once a process. */
function loadRasterizer(): Promise<void> {
  globalThis.dibaoRasterizer ??= initWasm(
    readFile(resolvePackageFile('@resvg/resvg-wasm/index_bg.wasm')),
  );
  return globalThis.dibaoRasterizer;
}
