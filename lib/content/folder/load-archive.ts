import type { Archive } from '../archive.ts';
import { contentFolder } from './content-files.ts';
import { ArchiveReader } from './read-archive.ts';

/**
 * How long a server answers from the archive it has before it looks at the files again, in ms. In a
 * preview it looks each time: what is saved is seen.
 */
const FRESH_FOR = process.env.NODE_ENV === 'development' ? 0 : 300;

type Loader = { reader: ArchiveReader; archive: Promise<Archive>; at: number };
// Next gives the proxy a module instance of its own: the process shares one archive through the global.
declare global {
  var dibaoArchive: Loader | undefined;
}

/**
 * The archive of this process: read once, and again when a content file has changed.
 * @throws Error when it cannot be read; faults in issues are for `npm run check` to tell.
 */
export function loadArchive(): Promise<Archive> {
  const loader = globalThis.dibaoArchive;
  if (loader !== undefined && Date.now() - loader.at <= FRESH_FOR) return loader.archive;
  const reader = loader?.reader ?? new ArchiveReader(contentFolder());
  const archive = readPublicArchive(reader);
  globalThis.dibaoArchive = { reader, archive, at: Date.now() };
  return archive;
}

async function readPublicArchive(reader: ArchiveReader): Promise<Archive> {
  const includeUnpublished = process.env.NODE_ENV === 'development';
  const { archive, diagnostics } = await reader.read({ includeUnpublished, compare: false });
  if (archive !== undefined) return archive;
  const fault = diagnostics.flatMap(({ messages }) => messages)[0];
  throw new Error(`site.yml cannot be used: ${fault?.reason ?? 'it is empty'}`);
}
