import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { IsoDate } from '#lib/site/dates.ts';
import { signatureOf } from '#lib/system/file-signature.ts';
import { hashOf } from '#lib/system/hash.ts';
import { Diagnostics } from '../faults/diagnostics.ts';
import type { Issue, Item, ItemFacts } from '../issue.ts';
import { readFacts } from '../item-facts.ts';
import { type ParsedIssue, parseIssue } from '../parse-issue.ts';
import type { Registries, RegistryFiles } from '../registries/registries.ts';
import { decodeTextFile } from '../text-file.ts';
import { type IssueFile, listIssueFiles, readIssueFile } from './content-files.ts';
import type { IssueCache } from './issue-cache.ts';

/** The registries by which issues are parsed, and the hash of their files. */
export type HashedRegistries = { hash: string; registries: Registries };

/**
 * Parses issue files on other threads, which write the issues without a fault to the cache, see `parseAndCache`.
 * @returns the paths of the files that were written to the cache
 */
export type ParseElsewhere = (paths: readonly string[]) => Promise<string[]>;

/** The state of an issue file when it was read: its `signatureOf`, and the hash that `hashOfFile` makes. */
type Reading = { signature: string; hash: string };

/** Reads the issue files of a folder again and again, parsing only those that changed in between. */
export class IssueReader {
  readonly #parsed = new Map<string, { signature: string; parsed: ParsedIssue }>();
  readonly #hashes = new WeakMap<Issue, string>();
  /** The facts of items: those of the cache, and those that were asked for. To read them takes 4 s of 520 issues. */
  readonly #facts = new WeakMap<Item, ItemFacts>();

  /**
   * @param cache where issues are kept that another process or thread has parsed
   * @param parseElsewhere is asked before this thread parses anything; it writes to that cache
   */
  constructor(
    readonly folder: string,
    readonly cache: IssueCache | undefined,
    readonly parseElsewhere: ParseElsewhere | undefined,
  ) {}

  /** The hash of all that an issue was read from; `undefined` where it was not read here. */
  hashOf(issue: Issue): string | undefined {
    return this.#hashes.get(issue);
  }

  /** What the desk and the threads read in an item. */
  factsOf(item: Item, date: IsoDate, { findEntities }: Registries): ItemFacts {
    const facts = this.#facts.get(item) ?? readFacts(item, { date, findEntities });
    this.#facts.set(item, facts);
    return facts;
  }

  /** Forgets what was parsed by other registries. */
  clear(): void {
    this.#parsed.clear();
  }

  /** @throws Error when the folder or a file in it cannot be read */
  async read(by: HashedRegistries): Promise<ParsedIssue[]> {
    const names = await listIssueFiles(this.folder);
    const paths = new Set(names.map((name) => `issues/${name}`));
    for (const path of this.#parsed.keys()) if (!paths.has(path)) this.#parsed.delete(path);
    const changed = this.#readChanged(paths, by.hash);
    await this.#parseElsewhere(changed);
    for (const [path, { signature, hash }] of changed) {
      const parsed = this.#readCached(hash, path) ?? this.#parse(path, by);
      this.#parsed.set(path, { signature, parsed });
    }
    return Array.from(paths, (path) => {
      const found = this.#parsed.get(path);
      if (found === undefined) throw new Error(`${path} was not parsed`);
      return found.parsed;
    });
  }

  /** The files that have changed since they were last parsed, by their paths. */
  #readChanged(paths: Iterable<string>, registries: string): Map<string, Reading> {
    const changed = new Map<string, Reading>();
    for (const path of paths) {
      const signature = signatureOf(statSync(join(this.folder, path)));
      if (this.#parsed.get(path)?.signature === signature) continue;
      const hash = hashOfFile(registries, readIssueFile(this.folder, path));
      changed.set(path, { signature, hash });
    }
    return changed;
  }

  async #parseElsewhere(changed: ReadonlyMap<string, Reading>): Promise<void> {
    const { cache, parseElsewhere } = this;
    if (cache === undefined || parseElsewhere === undefined) return;
    const missing = [...changed].filter(([, { hash }]) => !cache.has(cache.keyOf(hash)));
    cache.note(await parseElsewhere(missing.map(([path]) => path)));
  }

  #readCached(hash: string, path: string): ParsedIssue | undefined {
    const kept = this.cache?.read(this.cache.keyOf(hash));
    if (kept === undefined) return undefined;
    const { issue } = kept;
    this.#hashes.set(issue, hash);
    for (const [index, item] of itemsOf(issue).entries()) {
      const facts = kept.facts[index];
      if (facts !== undefined) this.#facts.set(item, facts);
    }
    // Where nothing is amiss nobody asks for the text: of 5,200 issues it would take 70 MB.
    const readText = () => textOf(readIssueFile(this.folder, path));
    return { issue, diagnostics: new Diagnostics(path, readText) };
  }

  /** Parses a file as it is now. It may have been written again since `#readChanged` read it. */
  #parse(path: string, by: HashedRegistries): ParsedIssue {
    const file = readIssueFile(this.folder, path);
    const { hash, parsed } = parseFile(file, by, this.cache);
    // A parsed issue holds on to its syntax tree. The same issue read back from the cache does not.
    const kept = this.#readCached(hash, path);
    if (kept !== undefined) return { issue: kept.issue, diagnostics: parsed.diagnostics };
    if (parsed.issue !== undefined) this.#hashes.set(parsed.issue, hash);
    return parsed;
  }
}

/**
 * Parses an issue file, and writes its issue and the facts of its items to the cache. Only an issue without a fault is
 * kept: faults have to be reported each time.
 * @returns also the file's hash, and the paths of the files that were written
 */
export function parseFile(
  file: IssueFile,
  { hash: registriesHash, registries }: HashedRegistries,
  cache: IssueCache | undefined,
): { hash: string; parsed: ParsedIssue; written: string[] } {
  const hash = hashOfFile(registriesHash, file);
  const parsed = parseIssue(decodeTextFile(file.path, file.bytes), registries);
  const { issue, diagnostics } = parsed;
  if (cache === undefined || issue === undefined || diagnostics.messages.length > 0)
    return { hash, parsed, written: [] };
  const { findEntities } = registries;
  const facts = itemsOf(issue).map((item) => readFacts(item, { date: issue.date, findEntities }));
  return { hash, parsed, written: [cache.keep(cache.keyOf(hash), { issue, facts })] };
}

function itemsOf({ sections }: Issue): Item[] {
  return sections.flatMap(({ items }) => items);
}

/** The hash of the registry files. With the parser's code it decides what the registries are. */
export function hashOfRegistries(files: RegistryFiles): string {
  return hashOf(JSON.stringify(files));
}

/**
 * The hash of an issue file and of the registries. With the parser's code it decides what the issue is.
 * @param registries the hash of the registry files
 */
function hashOfFile(registries: string, { path, bytes }: IssueFile): string {
  return hashOf(registries, path, bytes);
}

function textOf({ path, bytes }: IssueFile): string {
  return decodeTextFile(path, bytes).text.replace(/^\uFEFF/, '');
}
