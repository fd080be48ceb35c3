import { FileCache } from '#lib/system/file-cache.ts';
import { hashOf } from '#lib/system/hash.ts';
import type { CachedText } from '../finding-cache.ts';
import type { Issue } from '../issue.ts';
import { type IssueWithFacts, readCachedIssue, writeCachedIssue } from './cached-issue.ts';

const ENDING = '.json';
/** As strings have it in memory: to decode UTF-8 takes half as long again as to parse the JSON. */
const ENCODING = 'utf16le';

/**
 * Issues as they were parsed, kept from one process to the next under the hash of what they are a function
 * of: the parser, the registries and the file.
 */
export class IssueCache {
  readonly #kept: FileCache;
  readonly #used = new Set<string>();

  /** @param parsedBy the hash of the parser's code, in hex */
  constructor(
    readonly folder: string,
    readonly parsedBy: string,
  ) {
    this.#kept = FileCache.open(folder);
  }

  /** The key of an issue whose file and registries have a hash. */
  keyOf(hash: string): string {
    return hashOf(this.parsedBy, hash);
  }

  /** Whether there is a file for a key. Only `read` finds out whether it is damaged. */
  has(key: string): boolean {
    return this.#kept.pathOf(key, ENDING) !== undefined;
  }

  /**
   * Keeps what was read of a file.
   * @returns the path of the file that was written
   */
  keep(key: string, read: IssueWithFacts): string {
    return this.#kept.write(key, ENDING, Buffer.from(writeCachedIssue(read), ENCODING));
  }

  /** Adds issue files that another thread has written to this cache's folder, so that `read` finds them. */
  note(paths: readonly string[]): void {
    for (const path of paths) this.#kept.note(path);
  }

  /** The issue that is kept under a key. */
  read(key: string): IssueWithFacts | undefined {
    const found = this.#kept.read(key, ENDING);
    if (found === undefined) return undefined;
    this.#used.add(key);
    const kept = readCachedIssue(found.bytes.toString(ENCODING));
    noteHashes(kept.issue, found.hash);
    return kept;
  }

  /** Where a text is kept beside the issues, under the hash of what it was made of by the same code. */
  textAt(madeOf: string): CachedText {
    const key = hashOf(this.parsedBy, madeOf);
    return {
      read: () => {
        const found = this.#kept.read(key, ENDING);
        if (found !== undefined) this.#used.add(key);
        return found?.bytes.toString(ENCODING);
      },
      write: (text) => {
        this.#kept.write(key, ENDING, Buffer.from(text, ENCODING));
        this.#used.add(key);
      },
    };
  }

  /** Lets go of issues that this process did not use, once they are more than those it did. */
  prune(): void {
    if (this.#kept.size > SLACK + 2 * this.#used.size)
      this.#kept.prune((key) => this.#used.has(key));
  }
}

const SLACK = 100;

function noteHashes(issue: Issue, hash: string): void {
  hashes.set(issue, hash);
  for (const { items } of issue.sections) for (const item of items) kept.add(item);
}

const hashes = new WeakMap<object, string>();
const kept = new WeakSet<object>();

/** The hash of an issue or item that is kept: it stands for all that is in it. */
export function knownHash(value: object): string | undefined {
  const known = hashes.get(value);
  if (known !== undefined || !kept.has(value)) return known;
  // An item's own, so that where others of its issue change it stays; of those alone that are asked for.
  const hash = hashOf(JSON.stringify(value));
  hashes.set(value, hash);
  return hash;
}
