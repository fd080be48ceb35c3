import type { Image } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ReadPublicFile } from '#lib/content/archive.ts';
import { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import { parseMarkdown } from '#lib/content/markdown/markdown.ts';
import { withoutExcess } from '#lib/content/prose/excess.ts';
import { measurePicture } from '#lib/editions/pictures.ts';
import { isDecodable } from '#lib/site/redirects.ts';
import {
  type ImportedPicture,
  namePicture,
  picturePlaceholder,
  readDataPicture,
} from './pictures.ts';

/** A relative address: it has no scheme and does not begin at the root of a site. */
const RELATIVE = /^(?![a-z][\w+.-]*:|[/\\#?])/i;

/**
 * Takes the pictures of a Markdown text that are in files below the folder of the document, where programs save them
 * beside a page, or in `data:` addresses. Placeholders replace their addresses. Whatever is not a picture keeps its
 * address.
 * @param readBeside reads such a file by its path from that folder
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
  let written = '';
  let end = 0;
  for (const { url, position } of images) {
    const picture = await readPicture(url, readBeside);
    const start = position?.start.offset ?? 0;
    const within = markdown.slice(start, position?.end.offset ?? start).lastIndexOf(url);
    if (picture === undefined || within === -1) continue;
    const at = start + within;
    pictures.push(picture);
    written += markdown.slice(end, at) + picturePlaceholder(picture);
    end = at + url.length;
  }
  return { markdown: written + markdown.slice(end), pictures };
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
