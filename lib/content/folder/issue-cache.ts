import { FileCache } from '#lib/system/file-cache.ts';
import { hashOf } from '#lib/system/hash.ts';
import type { CachedText } from '../finding-cache.ts';
import type { Issue } from '../issue.ts';
import { type IssueWithFacts, readCachedIssue, writeCachedIssue } from './cached-issue.ts';

const ENDING = '.json';
/** The encoding of strings in memory. To decode UTF-8 would take half as long again as to parse the JSON. */
const ENCODING = 'utf16le';

/**
 * Parsed issues on disk, for later processes. The cache key is the hash of all that decides the result: the code of the
 * parser, the registries and the issue file.
 */
export class IssueCache {
  readonly #files: FileCache;
  readonly #used = new Set<string>();

  /** @param parsedBy the hash of the parser's code, in hex */
  constructor(
    readonly folder: string,
    readonly parsedBy: string,
  ) {
    this.#files = FileCache.open(folder);
  }

  /** The cache key of an issue. @param hash the hash of its file and of the registries */
  keyOf(hash: string): string {
    return hashOf(this.parsedBy, hash);
  }

  /** Whether there is a file for a key. It may be damaged: only `read` checks that. */
  has(key: string): boolean {
    return this.#files.pathOf(key, ENDING) !== undefined;
  }

  /**
   * Writes an issue to the cache.
   * @returns the path of the file that was written
   */
  write(key: string, issue: IssueWithFacts): string {
    return this.#files.write(key, ENDING, Buffer.from(writeCachedIssue(issue), ENCODING));
  }

  /** Adds files that another thread has written to the folder of this cache, so that `read` finds them. */
  note(paths: readonly string[]): void {
    for (const path of paths) this.#files.note(path);
  }

  /** The issue with a key; `undefined` if there is none, or if its file is damaged. */
  read(key: string): IssueWithFacts | undefined {
    const file = this.#files.read(key, ENDING);
    if (file === undefined) return undefined;
    this.#used.add(key);
    const cached = readCachedIssue(file.bytes.toString(ENCODING));
    noteHashes(cached.issue, file.hash);
    return cached;
  }

  /** The entry for another result of the same code. @param inputs the hash of all that decides the result */
  textAt(inputs: string): CachedText {
    const key = hashOf(this.parsedBy, inputs);
    return {
      read: () => {
        const file = this.#files.read(key, ENDING);
        if (file !== undefined) this.#used.add(key);
        return file?.bytes.toString(ENCODING);
      },
      write: (text) => {
        this.#files.write(key, ENDING, Buffer.from(text, ENCODING));
        this.#used.add(key);
      },
    };
  }

  /** Deletes the entries that this process did not use, if they are many more than those it did. */
  prune(): void {
    if (this.#files.size > SLACK + 2 * this.#used.size)
      this.#files.prune((key) => this.#used.has(key));
  }
}

/** So many unused entries are left in any case. */
const SLACK = 100;

function noteHashes(issue: Issue, hash: string): void {
  hashes.set(issue, hash);
  for (const { items } of issue.sections) for (const item of items) cachedItems.add(item);
}

const hashes = new WeakMap<object, string>();
const cachedItems = new WeakSet<object>();

/** The hash of the content of an issue or item that was read from a cache; `undefined` for every other object. */
export function knownHash(value: object): string | undefined {
  const known = hashes.get(value);
  if (known !== undefined || !cachedItems.has(value)) return known;
  // The hash of an item is not that of its issue: it must not change when another item does.
  const hash = hashOf(JSON.stringify(value));
  hashes.set(value, hash);
  return hash;
}
