import { statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, hasCode } from '#lib/system/failure.ts';
import { signatureOf } from '#lib/system/file-signature.ts';
import { type ReadLedgerFiles, readLedger } from '../ledger/read-ledger.ts';
import { type Standings, standingsOf } from '../ledger/standing.ts';
import { decodeTextFile } from '../text-file.ts';
import { assertInside } from './content-files.ts';

/** In bytes: some 40,000 records. A year of a daily digest has 15,000. */
const LARGEST = 16 * 1024 * 1024;

/** The ledger of a content folder, and what pages say of it. `hash` differs where a file differs. */
export type ReadLedger = ReadLedgerFiles & { hash: string; standings: Standings };

/** Reads the ledger of a content folder again and again, and only when one of its files has changed. */
export class LedgerReader {
  #last: ReadLedger | undefined;

  constructor(readonly folder: string) {}

  /**
   * @returns an empty ledger where there is no folder `ledger`
   * @throws Error when a file cannot be read, Failure when it is no file, too large, or a link out of the folder
   */
  async read(): Promise<ReadLedger> {
    const paths = await listLedgerFiles(this.folder);
    const hash = paths
      .map((path) => `${path} ${signatureOf(statSync(join(this.folder, path)))}`)
      .join('\n');
    if (this.#last?.hash === hash) return this.#last;
    const files = await Promise.all(paths.map((path) => readLedgerFile(this.folder, path)));
    const read = readLedger(files);
    this.#last = { ...read, hash, standings: standingsOf(read.ledger) };
    return this.#last;
  }
}

/** The paths of the ledger's files in a content folder, sorted: `ledger/2025.jsonl`, one for each year. */
async function listLedgerFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(join(folder, 'ledger'), { withFileTypes: true });
    const files = entries.filter(({ name }) => /^[^._].*\.jsonl$/.test(name));
    for (const { name } of files) await assertInside(folder, join(folder, 'ledger', name));
    return files.map(({ name }) => `ledger/${name}`).sort();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

async function readLedgerFile(folder: string, path: string) {
  const file = join(folder, path);
  const stats = statSync(file);
  if (!stats.isFile()) throw new Failure(`${file} is no file: put a file in its place.`, 2);
  if (stats.size > LARGEST) {
    throw new Failure(`${file} has more than 16 MB: part it into several .jsonl files.`, 2);
  }
  return decodeTextFile(path, await readFile(file));
}
