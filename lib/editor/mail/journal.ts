import { type FileHandle, open, rm } from 'node:fs/promises';
import { z } from 'zod';
import type { IsoDate } from '#lib/site/dates.ts';
import { Failure } from '#lib/system/failure.ts';
import { takeLock } from '#lib/system/lock-file.ts';
import { readIfThere } from '#lib/system/read-if-there.ts';
import { keyOf } from './recipients.ts';

/**
 * What became of a letter. `sending` is written before it goes and another state after: one that stays
 * `sending` may have arrived or not. `unsent` certainly went nowhere, `deferred` was put off by the server.
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
type Line = z.infer<typeof lineSchema>;

/**
 * The record of whom an issue was sent to: a line of JSON for each step, on the disk before the next step is
 * taken, so that whatever ends the program, the next run knows. A lock keeps a second run out meanwhile.
 */
export class Journal {
  readonly #last = new Map<string, Line>();
  #file: FileHandle | undefined;

  private constructor(
    readonly path: string,
    readonly issue: IsoDate,
  ) {}

  /**
   * Reads a journal; where there is no file it is empty.
   * @throws Failure when it is damaged, or that of another issue
   */
  static async read(path: string, issue: IsoDate): Promise<Journal> {
    const journal = new Journal(path, issue);
    const text = (await orFailure(path, readIfThere(path))) ?? '';
    // A last line without its end was being written when the program ended: its step was not taken.
    for (const [index, line] of text.split('\n').slice(0, -1).entries()) {
      const entry = readLine(line);
      if (entry === undefined) {
        throw new Failure(
          `${path}:${index + 1} is no line of a journal: mend it, or name another file with --journal.`,
          2,
        );
      }
      if (entry.issue !== issue) {
        throw new Failure(
          `${path} is the journal of ${entry.issue}, not of ${issue}: name another with --journal.`,
          2,
        );
      }
      journal.#last.set(keyOf(entry), entry);
    }
    return journal;
  }

  /** What became of the letter to an address, and what the server said; `undefined` before there is one. */
  of(mailbox: { address: string }): Pick<Line, 'state' | 'reply'> | undefined {
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

  /** Writes a step down; it is on the disk when this returns. */
  async write(mailbox: { address: string }, state: State, reply?: string): Promise<void> {
    if (this.#file === undefined) throw new Error('the journal is not open');
    const line: Line = {
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

function readLine(line: string): Line | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(line)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function orFailure<Value>(path: string, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Failure(
      `The journal ${path} cannot be kept (${error.message}): name another place with --journal.`,
      2,
    );
  }
}
