import type { Archive } from '#lib/content/archive.ts';
import { fileAt } from '#lib/views/addresses.ts';
import { contentFolderWith } from './content-folder.ts';
import { readArchive } from './feeds.ts';

/** The archive, for one test, of issues and of the pictures that they show, by their paths in `public/`. */
export async function archiveWith(
  files: Record<string, string>,
  pictures: Record<string, Uint8Array> = {},
): Promise<Archive> {
  const archive = await readArchive(contentFolderWith(files));
  const readPublicFile = async (path: string) => {
    const bytes = pictures[path];
    return bytes === undefined ? undefined : new Uint8Array(bytes);
  };
  return { ...archive, readPublicFile };
}

/** What stands at an address, as bytes. */
export async function bytesAt(archive: Archive, path: string): Promise<Uint8Array> {
  const content = await fileAt(archive, path)?.write();
  if (!(content instanceof Uint8Array)) throw new Error(`${path} is no file of bytes`);
  return content;
}
