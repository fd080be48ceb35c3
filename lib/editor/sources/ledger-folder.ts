import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LedgerReader } from '#lib/content/folder/ledger-files.ts';
import type { LedgerRecord } from '#lib/content/ledger/record.ts';
import { writeLedger } from '#lib/content/ledger/write-ledger.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { yearOf } from '#lib/site/dates.ts';
import { Failure } from '#lib/system/failure.ts';
import { takeLock } from '#lib/system/lock-file.ts';
import { readIfThere } from '#lib/system/read-if-there.ts';
import { displayPath } from '#lib/system/working-folder.ts';
import { putInPlace } from '../put-in-place.ts';

/** So many records are written at once: what a killed run loses at most. */
const BATCH = 20;
/** Has git keep the lines of both branches where it merges them: of two lines of one address the newer counts. */
const ATTRIBUTES = '*.jsonl merge=union\n';

/** The ledger of a content folder, to be read and written. Another run is kept out while it is open. */
export class LedgerFolder {
  readonly #changed = new Set<string>();
  #unwritten = 0;
  #writing: Promise<void> = Promise.resolve();

  private constructor(
    readonly folder: string,
    readonly records: Map<string, LedgerRecord>,
    /** The file of each record, as a path in the content folder. */
    readonly places: Map<string, string>,
  ) {}

  /** @throws Failure when a line of the ledger has a fault: to write the file would lose the line */
  static async read(folder: string): Promise<LedgerFolder> {
    const { ledger, places, diagnostics } = await new LedgerReader(folder).read();
    for (const { path, messages } of diagnostics)
      for (const { line, reason } of messages) {
        const place = `${displayPath(join(folder, path))}:${line}`;
        throw new Failure(`${place} cannot be read: ${reason}. Mend the line, or remove it.`, 2);
      }
    return new LedgerFolder(folder, new Map(ledger), new Map(places));
  }

  /** @throws Failure when another run has it open */
  async open(): Promise<void> {
    const holder = await takeLock(this.#lock);
    if (holder === undefined) return;
    throw new Failure(
      `Another run (process ${holder}) writes the ledger: wait for it. If there is none, remove ${this.#lock}.`,
      2,
    );
  }

  /** Takes a record. @param cited the day on which it was first cited, whose year names the file of a new record */
  async put(record: LedgerRecord, cited: IsoDate): Promise<void> {
    const place = this.places.get(record.url) ?? `ledger/${yearOf(cited)}.jsonl`;
    this.records.set(record.url, record);
    this.places.set(record.url, place);
    this.#changed.add(place);
    this.#unwritten += 1;
    if (this.#unwritten >= BATCH) await this.write();
  }

  /** Writes what has changed: each file is the old or the new one, whenever the process ends. */
  async write(): Promise<void> {
    const writing = this.#writing.then(() => this.#write());
    // The next one waits for this one, however that ends.
    this.#writing = writing.catch(() => undefined);
    await writing;
  }

  /** Writes the rest, and lets other runs in. */
  async close(): Promise<void> {
    try {
      await this.write();
    } finally {
      await rm(this.#lock, { force: true });
    }
  }

  async #write(): Promise<void> {
    if (this.#changed.size === 0) return;
    const places = [...this.#changed];
    this.#changed.clear();
    this.#unwritten = 0;
    const changes = places.map((place) => ({
      path: join(this.folder, place),
      content: writeLedger(
        [...this.records.values()].filter(({ url }) => this.places.get(url) === place),
      ),
      isUpdate: true,
    }));
    const attributes = join(this.folder, 'ledger/.gitattributes');
    if ((await readIfThere(attributes)) === undefined)
      changes.push({ path: attributes, content: ATTRIBUTES, isUpdate: true });
    try {
      await putInPlace(changes);
    } catch (error) {
      // A signal stops the writing: `close` writes them then.
      for (const place of places) this.#changed.add(place);
      throw error;
    }
  }

  /** Outside the content folder: git would see it there. */
  get #lock(): string {
    const name = createHash('sha256').update(this.folder).digest('hex').slice(0, 16);
    return join(tmpdir(), `dibao-ledger-${name}.lock`);
  }
}
