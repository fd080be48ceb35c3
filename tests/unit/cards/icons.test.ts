import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { describe, expect, test } from 'vitest';
import { drawIcon } from '#lib/cards/draw-icon.ts';
import { iconFiles } from '#lib/cards/icon-files.ts';
import { publicReader } from '#lib/content/folder/public-folder.ts';
import { iconAddress, mark } from '#lib/site/icon.ts';

const root = join(import.meta.dirname, '../../..');
const shipped = publicReader(join(root, 'public'));
const file = (svg: string) => async () => new Uint8Array(Buffer.from(svg));

/** Every icon of a site whose `public/` is read so. */
async function draw(readPublicFile: typeof shipped) {
  const drawn = iconFiles().map(async ({ path, props }) => {
    const bytes = await drawIcon(props(), readPublicFile);
    return { path, bytes: Buffer.from(bytes) };
  });
  return Promise.all(drawn);
}

describe('the icons that browsers ask for', () => {
  test('have the sizes and the formats of their addresses', async () => {
    const sizes = (await draw(shipped)).map(({ path, bytes }) => [path, imageSize(bytes)]);
    expect(sizes).toEqual([
      ['/favicon.ico', expect.objectContaining({ type: 'ico', width: 32, height: 32 })],
      ['/apple-touch-icon.png', expect.objectContaining({ type: 'png', width: 180, height: 180 })],
    ]);
  });

  test('are drawn from the icon in public/, the same bytes each time', async () => {
    const own = file(
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><path d='M0 0h8v8'/></svg>",
    );
    const [first, second, other] = [await draw(shipped), await draw(shipped), await draw(own)];
    expect(first).toEqual(second);
    for (const [at, { bytes }] of other.entries()) expect(bytes).not.toEqual(first[at]?.bytes);
  });

  test('are the mark of the pages where public/ has none', async () => {
    expect(await draw(async () => undefined)).toEqual(await draw(file(mark)));
    expect(await draw(async () => undefined)).toEqual(await draw(shipped));
  });

  test.each(['', '<html>', '\u0000PNG'])(
    'say what is wrong with a file that is no SVG: %j',
    async (text) => {
      await expect(draw(file(text))).rejects.toThrow(
        /^Unexpected public\/favicon\.svg, expected an SVG \(/,
      );
    },
  );
});

test('the icon in a page is a URI, and shows what the file shows', () => {
  expect(iconAddress).toMatch(/^data:image\/svg\+xml,(?:[\w\-.~:/?@!$&()*+,;=]|%[\dA-F]{2})+$/);
  expect(decodeURIComponent(iconAddress.slice('data:image/svg+xml,'.length))).toBe(mark);
  expect(readFileSync(join(root, 'public/favicon.svg'), 'utf8')).toContain('<svg');
});
