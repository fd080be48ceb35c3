import { strFromU8, unzipSync } from 'fflate';
import { xmlText } from '#lib/syndication/xml-text.ts';
import type { Book } from '../book.ts';
import { type ZipEntry, zip } from '../zip.ts';

/**
 * A Word document as docx packs it, with its dates, the times of its files and the ids of its links made
 * of the issue rather than of clock and chance, and without characters that no XML may hold.
 */
export function repack(packed: ArrayBuffer, { date, modified }: Book): Uint8Array<ArrayBuffer> {
  const ids = new Map<string, string>();
  const entries = Object.entries(unzipSync(new Uint8Array(packed))).map(
    ([path, bytes]): ZipEntry => {
      if (!/\.(xml|rels)$/.test(path)) return { path, content: bytes, isStored: true };
      const text = xmlText(strFromU8(bytes));
      if (path === 'docProps/core.xml') return { path, content: setDates(text, modified) };
      return { path, content: numberPictures(renameIds(text, ids)) };
    },
  );
  return zip(entries, date);
}

function setDates(text: string, modified: string): string {
  return text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${modified}`);
}

/** The ids of relationships that the library draws, numbered in the order in which they are met. */
function renameIds(text: string, ids: Map<string, string>): string {
  return text.replace(/ ((?:r:)?[iI]d)="rId([\da-z_-]{21})"/g, (_, name: string, drawn: string) => {
    const id = ids.get(drawn) ?? `rIdLink${ids.size + 1}`;
    ids.set(drawn, id);
    return ` ${name}="${id}"`;
  });
}

/** The ids of pictures, which the library counts on from one document to the next. */
function numberPictures(text: string): string {
  let count = 0;
  return text.replace(/(<wp:docPr id=")\d+/g, (_, before: string) => {
    count += 1;
    return `${before}${count}`;
  });
}
