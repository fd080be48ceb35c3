import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Font } from 'satori';
import { readCharacters } from './characters.ts';
import { unpackWoff } from './woff.ts';

/**
 * Noto Serif SC (SIL Open Font License 1.1), the Song typeface that the pages name. Each weight is split into a hundred
 * files, of which a text needs some twenty.
 */
const PACKAGE = '@fontsource/noto-serif-sc';

export type Weight = 400 | 700 | 900;

/** The fonts that a text needs in one weight. `family` lists their names as CSS does. */
export type Typeface = { family: string; fonts: FontFile[] };
/** A font for satori, and the code points that it has. */
export type FontFile = Font & { characters: Set<number> };

/** Reads the files of a weight that have the characters of a text. @throws Error when one cannot be read */
export async function readTypeface(weight: Weight, text: string): Promise<Typeface> {
  const codes = [...new Set(Array.from(`${text} `, (char) => char.codePointAt(0) ?? 0))];
  allSubsets ??= readSubsets();
  const subsets = (await allSubsets).filter(({ isFor }) => codes.some((code) => isFor.has(code)));
  const fonts = await Promise.all(subsets.map(({ id }) => readFont(weight, id)));
  return { family: fonts.map(({ name }) => name).join(', '), fonts };
}

/** A part of the typeface. `isFor` are the code points that its file is for; the file lacks some of them. */
type Subset = { id: string; isFor: Set<number> };

let allSubsets: Promise<Subset[]> | undefined;

async function readSubsets(): Promise<Subset[]> {
  const listed: Record<string, string> = JSON.parse(
    (await readFontFile('unicode.json')).toString(),
  );
  return Object.entries(listed).map(([name, ranges]) => ({
    // Some ids are numbers in brackets: `[4]`.
    id: name.replace(/[[\]]/g, ''),
    isFor: new Set(ranges.split(',').flatMap(readRange)),
  }));
}

/** The code points of a range in the notation of CSS: `U+4e00` or `U+4e00-4e0f`. */
function readRange(text: string): number[] {
  const [first = '', last = first] = text.replace(/^U\+/i, '').split('-');
  const start = Number.parseInt(first, 16);
  return Array.from({ length: Number.parseInt(last, 16) - start + 1 }, (_, at) => start + at);
}

const fonts = new Map<string, Promise<FontFile>>();

/**
 * Reads one file of a weight. It returns the same object each time, by which satori knows that it has parsed it: to
 * parse the fonts for each of 53 cards takes 3 s of CPU.
 */
function readFont(weight: Weight, id: string): Promise<FontFile> {
  // Each file has a name of its own: satori takes the first name that has the character, but one font of each name.
  const name = `song-${weight}-${id}`;
  const path = `files/noto-serif-sc-${id}-${weight}-normal.woff`;
  const read = async () => {
    const data = unpackWoff(await readFontFile(path));
    return { name, weight, data, characters: readCharacters(data) };
  };
  const known = fonts.get(name) ?? read();
  fonts.set(name, known);
  return known;
}

function readFontFile(path: string): Promise<Buffer> {
  return readFile(resolvePackageFile(`${PACKAGE}/${path}`));
}

/** The path of a file of an npm package. */
function resolvePackageFile(name: string): string {
  return createRequire(join(/* turbopackIgnore: true */ process.cwd(), 'package.json')).resolve(
    /* turbopackIgnore: true */ name,
  );
}
