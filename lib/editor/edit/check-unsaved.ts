import { checkPictures } from '#lib/check/check-pictures.ts';
import { orFailure, readRegistries } from '#lib/check/read-folder.ts';
import { isFixable } from '#lib/check/report.ts';
import { listFaults } from '#lib/content/faults/fault-list.ts';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import { parseIssue } from '#lib/content/parse-issue.ts';
import { mendText } from '../mend.ts';
import type { FoundFaults, MendedText } from './messages.ts';

/** Finds the faults of an issue whose text is not saved yet, beside all other issues as they are on the disk. */
export class UnsavedChecker {
  /** Its own reader: the preview's must not take an unsaved text for a file. */
  readonly #reader: ArchiveReader;
  #last: Promise<unknown> = Promise.resolve();

  constructor(readonly folder: string) {
    this.#reader = new ArchiveReader(folder);
  }

  /**
   * @param path the issue's file in the content folder
   * @param isWanted asked when the checks before this one are done: a text that was typed on needs no check
   * @returns the faults of the issue; those of the registries where these make it impossible to read it. `undefined` if
   *   they are not wanted any more.
   */
  find(path: string, text: string, isWanted = () => true): Promise<FoundFaults | undefined> {
    // `ArchiveReader` cannot read twice at the same time, so the next check waits for this one.
    const finding = this.#last.then(() => (isWanted() ? this.#find(path, text) : undefined));
    this.#last = finding.catch(() => undefined);
    return finding;
  }

  async #find(path: string, text: string): Promise<FoundFaults> {
    const reading = this.#reader.read({
      includeUnpublished: true,
      unsaved: new Map([[path, text]]),
    });
    const { archive, written, diagnostics } = await orFailure(this.folder, reading);
    const own = diagnostics.filter((file) => file.path === path);
    const issue = written.find(({ place }) => place.path === path);
    if (issue !== undefined) checkPictures([issue], own, process.cwd());
    const shown = archive === undefined ? diagnostics : own;
    return {
      faults: listFaults(shown),
      fixable: own.flatMap(({ messages }) => messages).filter(isFixable).length,
      ...(issue?.number === undefined ? {} : { number: issue.number }),
    };
  }

  /** The text as `npm run fix` would leave it. */
  async mend(path: string, text: string): Promise<MendedText> {
    const registries = await readRegistries(this.folder);
    const { text: mended, mended: counts } = mendText(
      text,
      (each) => parseIssue({ path, text: each }, registries).diagnostics,
    );
    return { text: mended, mended: [...counts.values()].reduce((sum, count) => sum + count, 0) };
  }
}
