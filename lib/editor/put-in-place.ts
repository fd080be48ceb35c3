import { randomUUID } from 'node:crypto';
import {
  access,
  chmod,
  constants,
  copyFile,
  link,
  mkdir,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure, hasCode } from '#lib/system/failure.ts';
import { onInterrupt } from '#lib/system/interrupt.ts';
import { displayPath } from '#lib/system/working-folder.ts';

/** A file to write. With `isUpdate` it may be there already: it is then written over without `--force`. */
export type Change = { path: string; content: string | Buffer; isUpdate?: boolean };

/**
 * Puts changes in place, all of them or none: where one fails, or the process is told to end before the
 * last is there, every file holds what it held. Folders that are not there are made.
 * @param overwrite writes over files that are there; without it that is a fault
 * @throws Failure when a file is there and may not be written over, cannot be written, or was not reached
 */
export async function putInPlace(changes: readonly Change[], overwrite = false): Promise<void> {
  const stop = new AbortController();
  const work = new Placing(overwrite, stop.signal).run(changes);
  const forget = onInterrupt(async () => {
    stop.abort();
    // How it ended is told to who waits for it below.
    await Promise.allSettled([work]);
  });
  try {
    await work;
  } finally {
    forget();
  }
}

/** A change that was written beside its place. */
type Part = { part: string; path: string; overwrite: boolean };

class Placing {
  /** What takes back each step that was done. */
  readonly #undo: (() => Promise<void>)[] = [];
  /** Files that stand beside those that are meant until all is done. */
  readonly #passing: string[] = [];
  #at = '';

  constructor(
    readonly overwrite: boolean,
    readonly signal: AbortSignal,
  ) {}

  async run(changes: readonly Change[]): Promise<void> {
    try {
      const parts: Part[] = [];
      for (const change of changes) parts.push(await this.#write(change));
      for (const part of parts) await this.#place(part);
    } catch (error) {
      for (const step of this.#undo.reverse()) await step();
      throw this.#explain(error);
    } finally {
      for (const path of this.#passing) await rm(path, { force: true });
    }
  }

  /** Writes a change beside its place, on the same disk: the name that it has there, and the place. */
  async #write({ path, content, isUpdate = false }: Change): Promise<Part> {
    this.#at = dirname(path);
    this.signal.throwIfAborted();
    const made = await mkdir(dirname(path), { recursive: true });
    if (made !== undefined) this.#undo.push(() => rm(made, { recursive: true, force: true }));
    this.#at = path;
    const overwrite = this.overwrite || isUpdate;
    const before = overwrite ? await fileBehind(path) : undefined;
    const place = before?.path ?? path;
    const part = this.#besides(place, 'part');
    await writeFile(part, content, { flag: 'wx' });
    if (before !== undefined) await chmod(part, before.mode);
    return { part, path: place, overwrite };
  }

  async #place({ part, path, overwrite }: Part): Promise<void> {
    this.#at = path;
    this.signal.throwIfAborted();
    if (!overwrite) {
      // A link fails where a file is, in one step; a rename would take its place.
      await link(part, path);
      this.#undo.push(() => rm(path, { force: true }));
      return;
    }
    const kept = this.#besides(path, 'kept');
    const wasThere = await copyIfThere(path, kept);
    await rename(part, path);
    this.#undo.push(() => (wasThere ? rename(kept, path) : rm(path, { force: true })));
  }

  #besides(path: string, ending: string): string {
    const name = join(dirname(path), `.${basename(path)}.${randomUUID()}.${ending}`);
    this.#passing.push(name);
    return name;
  }

  #explain(error: unknown): unknown {
    if (error === this.signal.reason) return new Failure('Interrupted: nothing was written.', 2);
    const name = displayPath(this.#at);
    if (hasCode(error, 'EEXIST') && 'syscall' in error && error.syscall === 'link') {
      return new Failure(`${name} is there already: --force writes over it.`, 2);
    }
    if (!(error instanceof Error && 'code' in error)) return error;
    return new Failure(`${name} cannot be written (${error.message}).`, 2);
  }
}

/**
 * The file that a path leads to and its permissions, which a new file in its place is to have; `undefined`
 * where there is none.
 * @throws Error for one that may not be written: a rename would not ask
 */
async function fileBehind(path: string): Promise<{ path: string; mode: number } | undefined> {
  try {
    const file = await realpath(path);
    await access(file, constants.W_OK);
    return { path: file, mode: (await stat(file)).mode };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function copyIfThere(path: string, copy: string): Promise<boolean> {
  try {
    await copyFile(path, copy);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}
