import { createHash } from 'node:crypto';
import type { IsoDate } from '#lib/site/dates.ts';

/**
 * A picture that came inside a document or beside it. Its name is a hash of its bytes: the same picture has the same
 * address however often it is imported, and a different picture never takes its place.
 */
export type ImportedPicture = { name: string; bytes: Buffer };

const ENDINGS: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
};

/**
 * The picture in a `data:` address (RFC 2397); `undefined` where browsers do not show its type, and for SVG, which may
 * hold scripts.
 */
export function readDataPicture(url: string): ImportedPicture | undefined {
  const match = /^data:([^;,]+)(?:;(?!base64,)[^;,]*)*;base64,(.*)$/is.exec(url);
  const ending = ENDINGS[match?.[1]?.trim().toLowerCase() ?? ''];
  if (ending === undefined) return undefined;
  const bytes = Buffer.from(decodePercent(match?.[2] ?? ''), 'base64');
  if (bytes.length === 0) return undefined;
  return namePicture(bytes, ending);
}

/**
 * A picture with its name, a hash of its bytes.
 * @param type the ending of its file, `png`; the result is `undefined` where browsers do not show this type
 */
export function namePicture(bytes: Buffer, type: string): ImportedPicture | undefined {
  if (!Object.values(ENDINGS).includes(type)) return undefined;
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return { name: `${hash}.${type}`, bytes };
}

function decodePercent(text: string): string {
  return text.replace(/%([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}

/** The address of a picture until the day of its issue is known. Nobody writes such an address by hand. */
export function picturePlaceholder({ name }: ImportedPicture): string {
  return `/issues/0000-00-00/${name}`;
}

const PLACEHOLDER = /\/issues\/0000-00-00\/([\da-f]{10}\.[a-z]+)/g;

/** A text with the final addresses of its pictures in place of the placeholders. */
export function placePictures(
  text: string,
  pictures: readonly ImportedPicture[],
  date: IsoDate,
): string {
  const names = new Set(pictures.map(({ name }) => name));
  return text.replace(PLACEHOLDER, (placeholder, name: string) =>
    names.has(name) ? `/issues/${date}/${name}` : placeholder,
  );
}
