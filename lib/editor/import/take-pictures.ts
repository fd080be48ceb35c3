import type { Image } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ReadPublicFile } from '#lib/content/archive.ts';
import { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import { parseMarkdown } from '#lib/content/markdown/markdown.ts';
import { withoutExcess } from '#lib/content/prose/excess.ts';
import { measurePicture } from '#lib/editions/pictures.ts';
import { isDecodable } from '#lib/site/redirects.ts';
import { type ImportedPicture, namePicture, pictureMark, readDataPicture } from './pictures.ts';

/** An address from where the document is: without a scheme, and not from the top of a site. */
const RELATIVE = /^(?![a-z][\w+.-]*:|[/\\#?])/i;

/**
 * A Markdown text with marks in place of its pictures that are files below the document's folder, as programs
 * save them beside a page, or stand in `data:` addresses. What is no picture keeps its address.
 * @param readBeside reads such a file by its path from that folder on
 */
export async function takePictures(
  markdown: string,
  readBeside: ReadPublicFile | undefined,
): Promise<{ markdown: string; pictures: ImportedPicture[] }> {
  const images: Image[] = [];
  const text = withoutExcess(markdown, new Diagnostics('', markdown));
  visit(parseMarkdown(text), 'image', (image) => {
    images.push(image);
  });
  const pictures: ImportedPicture[] = [];
  let taken = '';
  let end = 0;
  for (const { url, position } of images) {
    const picture = await readPicture(url, readBeside);
    const start = position?.start.offset ?? 0;
    const within = markdown.slice(start, position?.end.offset ?? start).lastIndexOf(url);
    if (picture === undefined || within === -1) continue;
    const at = start + within;
    pictures.push(picture);
    taken += markdown.slice(end, at) + pictureMark(picture);
    end = at + url.length;
  }
  return { markdown: taken + markdown.slice(end), pictures };
}

async function readPicture(url: string, readBeside: ReadPublicFile | undefined) {
  const data = readDataPicture(url);
  if (data !== undefined || readBeside === undefined) return data;
  if (!RELATIVE.test(url) || !isDecodable(url)) return undefined;
  const [path = ''] = url.split(/[?#]/);
  const bytes = await readBeside(`/${decodeURIComponent(path)}`);
  const type = bytes && measurePicture(bytes)?.type;
  return type === undefined ? undefined : namePicture(Buffer.from(bytes ?? []), type);
}
