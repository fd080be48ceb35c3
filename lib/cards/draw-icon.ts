import { Resvg } from '@resvg/resvg-js';
import { PAPER } from '#lib/site/colours.ts';
import { mark } from '#lib/site/icon.ts';
import type { FileContent } from '#lib/site/public-file.ts';
import type { Icon } from './icon-files.ts';

/**
 * Draws the icon of the site at a size. The same drawing gives the same bytes. Without a file in `public/` it draws the
 * mark that the pages carry.
 * @param readPublicFile reads the files of `public/`
 * @throws Error for a file that is no SVG
 */
export async function drawIcon(
  { size, type, drawing }: Icon,
  readPublicFile: (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined>,
): Promise<FileContent> {
  const file = await readPublicFile(drawing);
  const svg = file === undefined ? mark : Buffer.from(file).toString('utf8');
  // A phone shows black where an icon is transparent.
  const png = renderPng(svg, size, { drawing, background: type === 'png' ? PAPER : undefined });
  return new Uint8Array(type === 'png' ? png : writeIco(png, size));
}

function renderPng(
  svg: string,
  size: number,
  { drawing, background }: { drawing: string; background: string | undefined },
): Buffer {
  try {
    return new Resvg(svg, {
      fitTo: { mode: 'width', value: size },
      font: { loadSystemFonts: false },
      ...(background === undefined ? {} : { background }),
    })
      .render()
      .asPng();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Unexpected public${drawing}, expected an SVG (${reason})`, { cause: error });
  }
}

/**
 * One picture as a Windows icon: https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10). The picture
 * in it may be a PNG since Windows Vista.
 */
function writeIco(png: Buffer, size: number): Buffer {
  const header = Buffer.alloc(22);
  // The kind of file, 1 for an icon, and the number of pictures.
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(size, 6);
  header.writeUInt8(size, 7);
  // One plane, 32 bits a pixel; then how long the picture is and where it begins.
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}
