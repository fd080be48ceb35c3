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

/** A file to write. With `isUpdate` the file may exist, and is then replaced even without `--force`. */
export type FileChange = { path: string; content: string | Buffer; isUpdate?: boolean };

/**
 * Writes files, all of them or none. If one cannot be written, or a signal ends the process before the last is in
 * place, every file gets its old content back. Missing folders are made.
 * @param overwrite whether files that exist are replaced
 * @throws Failure when a file exists and may not be replaced, when it cannot be written, or after a signal
 */
export async function putInPlace(changes: readonly FileChange[], overwrite = false): Promise<void> {
  const stop = new AbortController();
  const work = new Placing(overwrite, stop.signal).run(changes);
  const forget = onInterrupt(async () => {
    stop.abort();
    // An error is thrown below, where the work is awaited too.
    await Promise.allSettled([work]);
  });
  try {
    await work;
  } finally {
    forget();
  }
}

/** A file that was written under a temporary name (`staged`), and will be renamed to `path`. */
type StagedFile = { staged: string; path: string; overwrite: boolean };

class Placing {
  /** A function for each step that was done, which undoes it. */
  readonly #undo: (() => Promise<void>)[] = [];
  /** Temporary files, which are removed at the end. */
  readonly #temporary: string[] = [];
  /** The path that the current step works on, for messages. */
  #at = '';

  constructor(
    readonly overwrite: boolean,
    readonly signal: AbortSignal,
  ) {}

  async run(changes: readonly FileChange[]): Promise<void> {
    try {
      const staged: StagedFile[] = [];
      for (const change of changes) staged.push(await this.#stage(change));
      for (const file of staged) await this.#place(file);
    } catch (error) {
      for (const step of this.#undo.reverse()) await step();
      throw this.#explain(error);
    } finally {
      for (const path of this.#temporary) await rm(path, { force: true });
    }
  }

  /** Writes a file under a temporary name in the same folder, so that a rename is enough to put it in place. */
  async #stage({ path, content, isUpdate = false }: FileChange): Promise<StagedFile> {
    this.#at = dirname(path);
    this.signal.throwIfAborted();
    const made = await mkdir(dirname(path), { recursive: true });
    if (made !== undefined) this.#undo.push(() => rm(made, { recursive: true, force: true }));
    this.#at = path;
    const overwrite = this.overwrite || isUpdate;
    const before = overwrite ? await existingFile(path) : undefined;
    const target = before?.path ?? path;
    const staged = this.#temporaryName(target, 'part');
    await writeFile(staged, content, { flag: 'wx' });
    if (before !== undefined) await chmod(staged, before.mode);
    return { staged, path: target, overwrite };
  }

  async #place({ staged, path, overwrite }: StagedFile): Promise<void> {
    this.#at = path;
    this.signal.throwIfAborted();
    if (!overwrite) {
      // If a file exists, a hard link fails, but a rename would replace the file.
      await link(staged, path);
      this.#undo.push(() => rm(path, { force: true }));
      return;
    }
    const backup = this.#temporaryName(path, 'backup');
    const existed = await copyIfThere(path, backup);
    await rename(staged, path);
    this.#undo.push(() => (existed ? rename(backup, path) : rm(path, { force: true })));
  }

  #temporaryName(path: string, ending: string): string {
    const name = join(dirname(path), `.${basename(path)}.${randomUUID()}.${ending}`);
    this.#temporary.push(name);
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
 * The file at a path, symbolic links followed, and its permissions, which the new file gets; `undefined` where there is
 * no file.
 * @throws Error for a file that may not be written: a rename would replace it all the same
 */
async function existingFile(path: string): Promise<{ path: string; mode: number } | undefined> {
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
