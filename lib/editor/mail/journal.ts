import { type FileHandle, open, rm } from 'node:fs/promises';
import { z } from 'zod';
import type { IsoDate } from '#lib/site/dates.ts';
import { parseJson } from '#lib/site/parse-json.ts';
import { Failure } from '#lib/system/failure.ts';
import { takeLock } from '#lib/system/lock-file.ts';
import { readIfThere } from '#lib/system/read-if-there.ts';
import { keyOf } from './recipients.ts';

/**
 * What became of a letter. `sending` is written before a letter is sent, and another state after that: a letter that
 * stays `sending` may have arrived or not. `unsent` was certainly not sent. `deferred`: the server put it off.
 */
const states = ['sending', 'accepted', 'rejected', 'deferred', 'unsent'] as const;
export type State = (typeof states)[number];

const lineSchema = z.object({
  at: z.string(),
  issue: z.string(),
  address: z.string(),
  state: z.enum(states),
  reply: z.string().optional(),
});
type JournalLine = z.infer<typeof lineSchema>;

/**
 * The record of the letters of an issue: a line of JSON for each step. A line is on the disk before the next step
 * begins, so the next run knows everything, however this one ends. A lock file keeps a second run out.
 */
export class Journal {
  readonly #last = new Map<string, JournalLine>();
  #file: FileHandle | undefined;

  private constructor(
    readonly path: string,
    readonly issue: IsoDate,
  ) {}

  /**
   * Reads a journal. Without a file, the journal is empty.
   * @throws Failure when it is damaged, or belongs to another issue
   */
  static async read(path: string, issue: IsoDate): Promise<Journal> {
    const journal = new Journal(path, issue);
    const text = (await orFailure(path, readIfThere(path))) ?? '';
    // A last line without a line break was being written when the program ended: its step did not begin.
    for (const [index, line] of text.split('\n').slice(0, -1).entries()) {
      const entry = readLine(line);
      if (entry === undefined) {
        throw new Failure(
          `${path}:${index + 1} is no line of a journal: correct it, or name another file with --journal.`,
          2,
        );
      }
      if (entry.issue !== issue) {
        throw new Failure(
          `${path} is the journal of ${entry.issue}, not of ${issue}: name another file with --journal.`,
          2,
        );
      }
      journal.#last.set(keyOf(entry), entry);
    }
    return journal;
  }

  /** What became of the letter to an address, and the server's reply; `undefined` before the first try. */
  of(mailbox: { address: string }): Pick<JournalLine, 'state' | 'reply'> | undefined {
    return this.#last.get(keyOf(mailbox));
  }

  /** @throws Failure when another run has it open, or it cannot be written */
  async open(): Promise<void> {
    await this.#keepOthersOut();
    try {
      this.#file = await orFailure(this.path, open(this.path, 'a+'));
      const text = await this.#file.readFile('utf8');
      if (text !== '' && !text.endsWith('\n')) {
        await this.#file.truncate(Buffer.byteLength(text.slice(0, text.lastIndexOf('\n') + 1)));
      }
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Writes a step. The line is on the disk when this returns. */
  async write(mailbox: { address: string }, state: State, reply?: string): Promise<void> {
    if (this.#file === undefined) throw new Error('the journal is not open');
    const line: JournalLine = {
      at: new Date().toISOString(),
      issue: this.issue,
      address: mailbox.address,
      state,
      ...(reply === undefined ? {} : { reply }),
    };
    await this.#file.appendFile(`${JSON.stringify(line)}\n`);
    await this.#file.sync();
    this.#last.set(keyOf(mailbox), line);
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
    await rm(this.#lock, { force: true });
  }

  async #keepOthersOut(): Promise<void> {
    const holder = await orFailure(this.path, takeLock(this.#lock));
    if (holder === undefined) return;
    throw new Failure(
      `Another run (process ${holder}) is sending: wait for it. If there is none, remove ${this.#lock}.`,
      2,
    );
  }

  get #lock(): string {
    return `${this.path}.lock`;
  }
}

function readLine(line: string): JournalLine | undefined {
  return lineSchema.safeParse(parseJson(line)).data;
}

async function orFailure<Value>(path: string, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Failure(
      `The journal ${path} cannot be read or written (${error.message}): name another file with --journal.`,
      2,
    );
  }
}
