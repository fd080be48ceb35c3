import type { Archive } from '../archive.ts';
import { contentFolder } from './content-files.ts';
import { ArchiveReader } from './read-archive.ts';

/**
 * How long a server uses its archive before it checks the files again, in ms. A preview checks them each time, so that
 * it shows what was just saved.
 */
const FRESH_MS = process.env.NODE_ENV === 'development' ? 0 : 300;

type Loader = { reader: ArchiveReader; archive: Promise<Archive>; at: number };
// A global variable: Next loads this module a second time for the proxy, and both must share one archive.
declare global {
  var dibaoArchive: Loader | undefined;
}

/**
 * The archive of this process: read once, and again when a content file has changed.
 * @throws Error when it cannot be read. Faults in issues are not thrown: `npm run check` reports them.
 */
export function loadArchive(): Promise<Archive> {
  const loader = globalThis.dibaoArchive;
  if (loader !== undefined && Date.now() - loader.at <= FRESH_MS) return loader.archive;
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
