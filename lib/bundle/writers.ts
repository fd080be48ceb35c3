import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { forNode } from '#lib/setup/node-options.cjs';
import { hashOf } from '#lib/system/hash.ts';
import { hashEntries } from './hash-entries.ts';

/** The bundle of `lib/publish/file-worker.ts`, which worker threads run. */
export const WORKER = 'file-worker';
const WRITERS = 'file-writers';

/** These packages contain a native program or WebAssembly, which cannot be bundled. */
const PROGRAMS = ['satori', '@resvg/resvg-js'];

/**
 * Bundles the code that writes files, and the worker that calls it on a thread. Packages are bundled too, because to
 * find and read their 600 files takes a thread a second.
 * @returns the hash of the code that writes files, packages included, in hex
 */
export async function bundleWriters(root: string, folder: string): Promise<string> {
  const { metafile } = await build({
    ...forNode(root, folder),
    entryPoints: {
      [WRITERS]: 'lib/views/file-writers.ts',
      [WORKER]: 'lib/publish/file-worker.ts',
    },
    external: PROGRAMS,
  });
  const { [WRITERS]: hash = '' } = await hashEntries(root, metafile);
  const programs = PROGRAMS.map((name) =>
    readFile(join(root, 'node_modules', name, 'package.json')),
  );
  return hashOf(hash, ...(await Promise.all(programs)));
}
