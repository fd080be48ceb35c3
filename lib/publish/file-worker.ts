import { publicReader } from '#lib/content/public-folder.ts';
import { sizeIfWhole } from '#lib/site/kept-files.ts';
import type { FileContent } from '#lib/site/public-file.ts';
import { type FilePropsOf, type WriterName, writeFile } from '#lib/views/file-writers.ts';
import { type Packed, pack } from './compress.ts';

/** What is to be compressed, with its name in the output folder and how well; else what has to be written first. */
export type Work = { name: string; quality: number } & (
  | { content: FileContent }
  | { writer: WriterName; props: FilePropsOf<WriterName> }
);

/** Files to write and compress, and the folder of the site's own pictures. */
export type Batch = { works: readonly Work[]; publicFolder: string };

/** Writes and compresses files, on whatever thread it is called. */
export async function writeAndPack({ works, publicFolder }: Batch): Promise<Packed[]> {
  const readPublic = publicReader(publicFolder);
  const packed: Packed[] = [];
  for (const work of works) {
    const content =
      'content' in work ? work.content : await writeFile(work.writer, work.props, readPublic);
    packed.push(pack(work.name, content, work.quality));
  }
  return packed;
}

/** The sizes of files that are kept, in bytes; `undefined` for each that is not what its name says. */
export function sizesIfWhole(paths: readonly string[]): (number | undefined)[] {
  return paths.map(sizeIfWhole);
}
