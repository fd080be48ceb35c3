import { join } from 'node:path';
import { readUtf8 } from '#lib/check/read-folder.ts';
import { Failure, hasCode } from '#lib/system/failure.ts';
import { displayPath } from '#lib/system/working-folder.ts';
import { applyChanges } from '../../change.ts';
import { type Decision, parseDecisions, writeDecisions } from './decision.ts';

/** A publication's file of decisions, `inbox.tsv` in its content folder. */
export class DecisionFile {
  readonly path: string;
  /** Changes are made one after the other: each reads what the one before it wrote. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.path = join(folder, 'inbox.tsv');
  }

  /** @throws Failure when the file has a line that cannot be read */
  async read(): Promise<Map<string, Decision>> {
    const decisions = parseDecisions(await this.#text());
    if (decisions instanceof Map) return decisions;
    throw new Failure(
      `${displayPath(this.path)}:${decisions.faultAt} cannot be read: delete that line, or take the file back from git.`,
      2,
    );
  }

  /**
   * Changes the decisions and writes them at once. The file is read again first, so that what another process wrote in
   * the meantime stays; it is replaced as a whole, so that a process that is killed leaves the old one or the new one.
   */
  change(edit: (decisions: Map<string, Decision>) => ReadonlyMap<string, Decision>): Promise<void> {
    const done = this.#last.then(async () => {
      const content = writeDecisions(edit(await this.read()));
      await applyChanges([{ path: this.path, content }], { overwrite: true });
    });
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #text(): Promise<string> {
    try {
      return await readUtf8(this.path);
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return '';
      throw error;
    }
  }
}
