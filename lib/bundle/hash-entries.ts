import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { hashOf } from '#lib/system/hash.ts';

type Outputs = Metafile['outputs'];

/**
 * The hash of each entry of a bundle that was written: of its module, all that this imports, and its styles.
 * @returns hashes in hex, by the entries' names
 */
export async function hashEntries(
  root: string,
  { outputs }: Metafile,
): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const [file, { entryPoint, cssBundle }] of Object.entries(outputs)) {
    if (entryPoint === undefined || !file.endsWith('.mjs')) continue;
    const modules = [...importedFrom(file, outputs)].sort();
    const files = cssBundle === undefined ? modules : [...modules, cssBundle];
    const contents = files.map((each) => readFile(join(root, each)));
    hashes[basename(file, '.mjs')] = hashOf(...(await Promise.all(contents)));
  }
  return hashes;
}

/** A module, and all that it imports, at once or later. */
function importedFrom(file: string, outputs: Outputs, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const { path, external } of outputs[file]?.imports ?? [])
    if (external !== true) importedFrom(path, outputs, found);
  return found;
}
