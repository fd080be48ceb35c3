import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Font } from 'satori';

/**
 * Noto Serif SC (SIL Open Font License 1.1): the Song that the pages name, whole, cut into a hundred files
 * a weight, of which a text needs some twenty.
 */
const PACKAGE = '@fontsource/noto-serif-sc';

export type Weight = 400 | 700 | 900;

/** The fonts that a text needs in one weight, and how a style names them. */
export type Typeface = { family: string; fonts: Font[] };

/** The files of a weight that hold the characters of a text. @throws Error when one cannot be read */
export async function readTypeface(weight: Weight, text: string): Promise<Typeface> {
  const codes = Array.from(new Set(`${text} `), (char) => char.codePointAt(0) ?? 0);
  const subsets = (await readSubsets()).filter(({ ranges }) =>
    ranges.some(([first, last]) => codes.some((code) => first <= code && code <= last)),
  );
  const fonts = await Promise.all(
    subsets.map(async ({ id }) => ({
      // Of fonts of one name satori takes one; of several names, the first that has the character.
      name: `song-${weight}-${id}`,
      weight,
      data: await readOnce(`files/noto-serif-sc-${id}-${weight}-normal.woff`),
    })),
  );
  return { family: fonts.map(({ name }) => name).join(', '), fonts };
}

/** A part of the typeface and the ranges of characters that its file is for. */
type Subset = { id: string; ranges: [first: number, last: number][] };

let subsets: Promise<Subset[]> | undefined;

function readSubsets(): Promise<Subset[]> {
  subsets ??= readOnce('unicode.json').then((bytes) => {
    const listed: Record<string, string> = JSON.parse(bytes.toString());
    return Object.entries(listed).map(([name, ranges]) => ({
      // The numbered ones are named `[4]`.
      id: name.replace(/[[\]]/g, ''),
      ranges: ranges.split(',').map(readRange),
    }));
  });
  return subsets;
}

/** A range as CSS writes it: `U+4e00` or `U+4e00-4e0f`. */
function readRange(text: string): [number, number] {
  const [first = '', last = first] = text.replace(/^U\+/i, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

const files = new Map<string, Promise<Buffer>>();

/** A file of the package; one that the next card needs too is kept. */
function readOnce(path: string): Promise<Buffer> {
  const known = files.get(path) ?? readFile(resolvePackageFile(`${PACKAGE}/${path}`));
  files.set(path, known);
  return known;
}

/** Where a file of a package lies. */
export function resolvePackageFile(name: string): string {
  return createRequire(join(/* turbopackIgnore: true */ process.cwd(), 'package.json')).resolve(
    /* turbopackIgnore: true */ name,
  );
}
