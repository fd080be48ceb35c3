import { imageSize } from 'image-size';
import type { ReadPublicFile } from '#lib/content/archive.ts';
import { absoluteAddress } from '#lib/site/address.ts';
import { isDecodable } from '#lib/site/redirects.ts';
import type { Book } from './book.ts';
import { readHtml } from './html-tree.ts';

/** A picture that is embedded in a book. Sizes are in pixels. */
export type EmbeddedPicture = {
  bytes: Uint8Array<ArrayBuffer>;
  type: PictureType;
  width: number;
  height: number;
  /** The name of its file in the book; no other picture of the book has it. */
  name: string;
};

/** The types that both e-readers and word processors show. */
const TYPES = ['png', 'jpg', 'gif'] as const;
export type PictureType = (typeof TYPES)[number];

/** The pictures of a book that the site itself serves, by their absolute addresses. */
export type Pictures = ReadonlyMap<string, EmbeddedPicture>;

/** Reads the pictures of a book that can be embedded. One that cannot is left out; the book links to it instead. */
export async function loadPictures(book: Book, readPublicFile: ReadPublicFile): Promise<Pictures> {
  const pictures = new Map<string, EmbeddedPicture>();
  for (const [address, path] of ownPictures(book)) {
    const bytes = await readPublicFile(path);
    const picture = bytes && readPicture(bytes);
    if (picture === undefined) continue;
    const name = `picture-${pictures.size + 1}.${picture.type}`;
    pictures.set(address, { ...picture, name });
  }
  return pictures;
}

/** The paths at which the site serves the pictures of a book, by their absolute addresses. */
export function ownPictures(book: Book): Map<string, string> {
  const paths = new Map<string, string>();
  for (const address of pictureAddresses(book)) {
    const { origin, pathname } = new URL(address);
    const isOurs = origin === book.publication.origin && isDecodable(pathname);
    if (isOurs) paths.set(address, decodeURIComponent(pathname));
  }
  return paths;
}

function pictureAddresses({ issues }: Book): string[] {
  return issues.flatMap(({ lead, sections, url }) =>
    [lead, ...sections.flatMap(({ items }) => items.map(({ html }) => html))]
      .filter((html) => html.includes('<img'))
      .flatMap((html) => imagesIn(readHtml(html)))
      .flatMap((src) => absoluteAddress(src, url) ?? []),
  );
}

function imagesIn(nodes: ReturnType<typeof readHtml>): unknown[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    return node.tagName === 'img' ? [node.properties.src] : imagesIn(node.children);
  });
}

/** Reads a picture by its bytes, whatever its name is; `undefined` for one that cannot be embedded. */
function readPicture(bytes: Uint8Array<ArrayBuffer>): Omit<EmbeddedPicture, 'name'> | undefined {
  const { type, width, height } = measurePicture(bytes) ?? {};
  const known = TYPES.find((each) => each === type);
  if (known === undefined || !width || !height) return undefined;
  return { bytes, type: known, width, height };
}

/** The type and the size of a picture; `undefined` where the bytes are no picture, or not a whole one. */
export function measurePicture(bytes: Uint8Array): ReturnType<typeof imageSize> | undefined {
  try {
    return imageSize(bytes);
  } catch (error) {
    // The bytes are no picture, or not a whole one.
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}
