import type { Archive } from '#lib/content/archive.ts';
import { knownHash } from '#lib/content/folder/issue-cache.ts';
import { hashOf } from '#lib/system/hash.ts';

/** How deep issues and items lie in the props of a file. Values that lie deeper are hashed as one JSON text. */
const DEPTH = 5;

/**
 * Hashes the props of files, for their cache keys. Most of the props are values that many files share: issues and
 * items from the issue cache, the site, the sections and the topics. Each of these is hashed once for all files, and
 * its hash takes its place in the text that is hashed.
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
   * A text that is different for different values: each string has its length before it, so that a string cannot look
   * like several values. JSON is no choice here, because a hash in the place of a value would look like a string.
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
