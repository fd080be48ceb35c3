import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/*
 * `node lib/setup/run.cjs tests/gate/licences.ts`: the licences of all packages that the lock file pins, with
 * how many have each. Fails on a licence that is not known to be free to use here, and on a package that is
 * not pinned by its hash.
 */

/** Licences (SPDX) that only want to be named, or that bind only those who change the package itself. */
const FREE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  // The package duck, which mammoth needs, writes BSD-2-Clause like this.
  'BSD',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      integrity: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      inBundle: z.boolean().optional(),
    }),
  ),
});

const { packages } = lockSchema.parse(JSON.parse(await readFile('package-lock.json', 'utf8')));
const counts = new Map<string, { used: number; dev: number }>();
const faults: string[] = [];
for (const [name, { integrity, license, dev, inBundle }] of Object.entries(packages)) {
  // The project itself.
  if (name === '') continue;
  // A bundled package is in the archive of another, which is pinned.
  if (integrity === undefined && inBundle !== true) faults.push(`${name} is not pinned by a hash`);
  const count = counts.get(license ?? 'none') ?? { used: 0, dev: 0 };
  counts.set(license ?? 'none', count);
  count[dev === true ? 'dev' : 'used'] += 1;
  if (!isFree(license ?? 'none')) faults.push(`${name} has the licence ${license ?? 'none'}`);
}
console.log(`${'licence'.padEnd(46)}used  for development`);
for (const [license, { used, dev }] of [...counts].sort())
  console.log(`${license.padEnd(46)}${String(used).padStart(4)}  ${String(dev).padStart(4)}`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

/** Whether an SPDX expression can be met by free licences alone: one of an OR, all of an AND. */
function isFree(expression: string): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  if (plain.includes(' OR ')) return plain.split(' OR ').some((part) => isFree(part));
  return plain.split(' AND ').every((part) => FREE.has(part));
}
