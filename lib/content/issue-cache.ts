import { hashOf, KeptFiles } from '#lib/site/kept-files.ts';
import { Diagnostics } from './diagnostics.ts';
import type { Issue, Item } from './issue.ts';
import type { ParsedIssue } from './parse-issue.ts';
import type { TextFile } from './text-file.ts';

type Span = Item['references'][number]['span'];

const ENDING = '.json';
/** More than the text of an item has; one that is longer shares nothing. */
const MOST_LETTERS = 2 ** 20;

/**
 * Issues as they were parsed, kept from one process to the next under the hash of what they are a function
 * of: the parser, the registries and the file. Only an issue without a fault is kept: what is amiss in the
 * others has to be told each time.
 */
export class IssueCache {
  readonly #kept: KeptFiles;
  readonly #used = new Set<string>();
  #hasNew = false;
  readonly #spans = new Map<number, Span>();

  /** @param parsedBy the fingerprint of the parser's code */
  constructor(
    readonly folder: string,
    readonly parsedBy: string,
  ) {
    this.#kept = KeptFiles.open(folder);
  }

  /** Whether an issue was parsed that no process before has kept: something has changed. */
  get hasNew(): boolean {
    return this.#hasNew;
  }

  /** What a file was parsed to, else what `parse` makes of it. */
  parsed(file: TextFile, registries: string, parse: (file: TextFile) => ParsedIssue): ParsedIssue {
    // In its text stands � for bytes that another file may have as a character.
    if (file.invalidAt !== undefined) return parse(file);
    const key = hashOf(this.parsedBy, registries, file.path, file.text);
    const kept = this.read(key);
    if (kept !== undefined)
      return { issue: kept, diagnostics: new Diagnostics(file.path, file.text) };
    const parsed = parse(file);
    const { issue, diagnostics } = parsed;
    if (issue === undefined || diagnostics.messages.length > 0) return parsed;
    this.#kept.write(key, ENDING, Buffer.from(JSON.stringify(issue)));
    this.#hasNew = true;
    return { issue: this.read(key) ?? issue, diagnostics };
  }

  /** The issue that is kept under a key. */
  read(key: string): Issue | undefined {
    const found = this.#kept.read(key, ENDING);
    if (found === undefined) return undefined;
    this.#used.add(key);
    const issue: Issue = JSON.parse(found.bytes.toString());
    this.#shareSpans(issue);
    noteHashes(issue, key, found.hash);
    return issue;
  }

  /** The 900,000 references of 5,200 issues stand at few places of their texts: shared, these save a third of their memory. */
  #shareSpans({ sections }: Issue): void {
    for (const { items } of sections)
      for (const { references } of items)
        for (const reference of references) {
          const { part, start, end } = reference.span;
          if (end >= MOST_LETTERS) continue;
          const place = ((part === 'title' ? 1 : 0) * MOST_LETTERS + start) * MOST_LETTERS + end;
          const known = this.#spans.get(place);
          if (known === undefined) this.#spans.set(place, reference.span);
          else reference.span = known;
        }
  }

  /** Lets go of issues that this process did not use, once they are more than those it did. */
  prune(): void {
    if (this.#kept.count() > SLACK + 2 * this.#used.size)
      this.#kept.prune((key) => this.#used.has(key));
  }
}

const SLACK = 100;

function noteHashes(issue: Issue, key: string, hash: string): void {
  keys.set(issue, key);
  hashes.set(issue, hash);
  for (const { items } of issue.sections) for (const item of items) kept.add(item);
}

const keys = new WeakMap<Issue, string>();
const hashes = new WeakMap<object, string>();
const kept = new WeakSet<object>();

/** The key under which an issue is kept; `undefined` where it is not. */
export function keyOfIssue(issue: Issue): string | undefined {
  return keys.get(issue);
}

/** The hash of an issue or item that is kept: it stands for all that is in it. */
export function knownHash(value: object): string | undefined {
  const known = hashes.get(value);
  if (known !== undefined || !kept.has(value)) return known;
  // An item's own, so that where others of its issue change it stays; of those alone that are asked for.
  const hash = hashOf(JSON.stringify(value));
  hashes.set(value, hash);
  return hash;
}
