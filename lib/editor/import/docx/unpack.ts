import JSZip from 'jszip';
import { Failure } from '#lib/site/failure.ts';
import { readXml, type Xml } from './xml.ts';

/** The files in a zip archive by their names. */
export type Parts = ReadonlyMap<string, Buffer>;

/** Pictures hardly shrink in an archive, and text that is an issue's is small: more is no document. */
const LARGEST = 100 * 1024 * 1024;

/**
 * Unpacks a zip archive, counting the bytes as they come: what it declares of their number is not relied on.
 * @throws Failure for one that unpacks to over 100 MB; the library's error for one that is damaged
 */
export async function unpack(bytes: Buffer, name: string): Promise<Parts> {
  const archive = await JSZip.loadAsync(bytes);
  const parts = new Map<string, Buffer>();
  let left = LARGEST;
  for (const file of Object.values(archive.files)) {
    if (file.dir) continue;
    const part = await inflate(file, left);
    if (part === undefined) {
      throw new Failure(
        `${name} unpacks to more than 100 MB, which no issue has: copy its text into a new document.`,
        2,
      );
    }
    parts.set(file.name, part);
    left -= part.length;
  }
  return parts;
}

/** The bytes of a file; `undefined` where they are more than `most`, after which it is not read further. */
function inflate(file: JSZip.JSZipObject, most: number): Promise<Buffer | undefined> {
  const stream = file.nodeStream('nodebuffer');
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      else {
        stream.pause();
        resolve(undefined);
      }
    });
    stream.on('error', reject);
    stream.on('end', () => resolve(Buffer.concat(chunks)));
  });
}

/**
 * The root of an XML part.
 * @throws Error where the archive does not hold it
 */
export function readPart(parts: Parts, part: string): Xml {
  const bytes = parts.get(part);
  if (bytes === undefined) throw new Error(`it has no ${part}`);
  return readXml(bytes, part);
}

/** An archive of parts, not compressed: it is read at once. */
export function pack(parts: Parts): Promise<Buffer> {
  const archive = new JSZip();
  for (const [name, bytes] of parts) archive.file(name, bytes);
  return archive.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
}
