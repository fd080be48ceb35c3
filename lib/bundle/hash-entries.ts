import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { hashOf } from '#lib/system/hash.ts';

type Outputs = Metafile['outputs'];

/**
 * Hashes each entry point of a bundle on the disk: its module, all modules that this imports, and its style sheet.
 * @returns hashes in hex, by the names of the entry points
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
    const contents = files.map((name) => readFile(join(root, name)));
    hashes[basename(file, '.mjs')] = hashOf(...(await Promise.all(contents)));
  }
  return hashes;
}

/** A module and all modules that it imports, dynamic imports included. */
function importedFrom(file: string, outputs: Outputs, modules = new Set<string>()): Set<string> {
  if (modules.has(file)) return modules;
  modules.add(file);
  for (const { path, external } of outputs[file]?.imports ?? [])
    if (external !== true) importedFrom(path, outputs, modules);
  return modules;
}
