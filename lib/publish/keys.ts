import type { Archive } from '#lib/content/archive.ts';
import { knownHash } from '#lib/content/folder/issue-cache.ts';
import { hashOf } from '#lib/system/hash.ts';

/** How deep in the props of a file issues and items stand: below that nothing is looked at one by one. */
const DEPTH = 5;

/**
 * Makes hashes of the props of files. Issues and items that are kept stand in them by their own hashes, and so does
 * what nearly every file is made of, the site and the topics: each is hashed once for all files.
 */
export class Keys {
  readonly #shared: ReadonlyMap<object, string>;

  constructor({ site, topics, sections }: Archive) {
    const shared: readonly object[] = [site, topics, sections];
    this.#shared = new Map(shared.map((value) => [value, hashOf(JSON.stringify(value))]));
  }

  /** The hash of a value; 32 hex digits. */
  of(value: unknown): string {
    return hashOf(this.#textOf(value, DEPTH));
  }

  /**
   * A text that no other value has: strings stand in it with their lengths, so that none can be taken for more than
   * one. JSON could not have a hash in the place of a value.
   */
  #textOf(value: unknown, depth: number): string {
    if (typeof value === 'string') return `${value.length}:${value}`;
    if (typeof value !== 'object' || value === null) return String(value);
    const hash = knownHash(value) ?? this.#shared.get(value);
    if (hash !== undefined) return `#${hash}`;
    if (depth === 0) return JSON.stringify(value);
    let text = '';
    if (Array.isArray(value)) {
      for (const each of value) text += `${this.#textOf(each, depth - 1)},`;
      return `[${text}]`;
    }
    for (const [name, inner] of Object.entries(value))
      text += `${name.length}:${name}=${this.#textOf(inner, depth - 1)},`;
    return `{${text}}`;
  }
}
