import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { IsoDate } from '#lib/site/dates.ts';
import { signatureOf } from '#lib/system/file-signature.ts';
import { hashOf } from '#lib/system/hash.ts';
import { factsOf, noteFacts } from '../facts-of.ts';
import { Diagnostics } from '../faults/diagnostics.ts';
import type { Issue, Item, ItemFacts } from '../issue.ts';
import { type ParsedIssue, parseIssue } from '../parse-issue.ts';
import { itemsOf } from '../queries.ts';
import type { Registries, RegistryFiles } from '../registries/registries.ts';
import { decodeTextFile } from '../text-file.ts';
import { type IssueFile, listIssueFiles, readIssueFile } from './content-files.ts';
import type { IssueCache } from './issue-cache.ts';

/** The registries that issues are parsed with, and the hash of their files. */
export type HashedRegistries = { hash: string; registries: Registries };

/**
 * Parses issue files on other threads, which write the issues without a fault to the cache, see `parseAndCache`.
 * @returns the paths of the files that were written to the cache
 */
export type ParseElsewhere = (paths: readonly string[]) => Promise<string[]>;

/** Texts that stand for issue files, by the paths of these in the content folder. */
export type UnsavedTexts = ReadonlyMap<string, string>;

/** The state of an issue file when it was read: the result of `signatureOf`, and that of `hashOfFile`. */
type FileState = { signature: string; hash: string };

/** Reads the issue files of a folder again and again, parsing only those that changed in between. */
export class IssueReader {
  readonly #parsed = new Map<string, { signature: string; parsed: ParsedIssue }>();
  readonly #hashes = new WeakMap<Issue, string>();

  /**
   * @param cache issues that another process or thread has parsed
   * @param parseElsewhere parses issues that are not in the cache, and writes them to it. This thread parses the rest.
   */
  constructor(
    readonly folder: string,
    readonly cache: IssueCache | undefined,
    readonly parseElsewhere: ParseElsewhere | undefined,
  ) {}

  /** The hash of the file and registries that an issue was parsed from; `undefined` if it is not from this reader. */
  hashOf(issue: Issue): string | undefined {
    return this.#hashes.get(issue);
  }

  /** What the desk and the threads read in an item. */
  factsOf(item: Item, date: IsoDate, { findEntities }: Registries): ItemFacts {
    return factsOf(item, { date, findEntities });
  }

  /** Forgets the parsed issues: the registries have changed. */
  clear(): void {
    this.#parsed.clear();
  }

  /**
   * @param unsaved texts that stand for files, by their paths: what an editor has typed and not saved
   * @throws Error when the folder or a file in it cannot be read
   */
  async read(by: HashedRegistries, unsaved: UnsavedTexts = new Map()): Promise<ParsedIssue[]> {
    const names = await listIssueFiles(this.folder);
    const paths = new Set(names.map((name) => `issues/${name}`));
    for (const path of this.#parsed.keys()) if (!paths.has(path)) this.#parsed.delete(path);
    const changed = this.#readChanged(paths, by.hash, unsaved);
    await this.#parseElsewhere(changed);
    for (const [path, { signature, hash }] of changed) {
      const parsed = this.#readCached(hash, path) ?? this.#parse(path, by, unsaved);
      this.#parsed.set(path, { signature, parsed });
    }
    return Array.from(paths, (path) => {
      const entry = this.#parsed.get(path);
      if (entry === undefined) throw new Error(`${path} was not parsed`);
      return entry.parsed;
    });
  }

  /** The files that have changed since they were last parsed, by their paths. */
  #readChanged(
    paths: Iterable<string>,
    registries: string,
    unsaved: UnsavedTexts,
  ): Map<string, FileState> {
    const changed = new Map<string, FileState>();
    for (const path of paths) {
      const text = unsaved.get(path);
      const signature =
        text === undefined
          ? signatureOf(statSync(join(this.folder, path)))
          : `unsaved ${hashOf(text)}`;
      if (this.#parsed.get(path)?.signature === signature) continue;
      const hash = hashOfFile(registries, this.#fileAt(path, unsaved));
      changed.set(path, { signature, hash });
    }
    return changed;
  }

  #fileAt(path: string, unsaved: UnsavedTexts): IssueFile {
    const text = unsaved.get(path);
    return text === undefined
      ? readIssueFile(this.folder, path)
      : { path, bytes: Buffer.from(text, 'utf8') };
  }

  async #parseElsewhere(changed: ReadonlyMap<string, FileState>): Promise<void> {
    const { cache, parseElsewhere } = this;
    if (cache === undefined || parseElsewhere === undefined) return;
    const missing = [...changed].filter(([, { hash }]) => !cache.has(cache.keyOf(hash)));
    cache.note(await parseElsewhere(missing.map(([path]) => path)));
  }

  #readCached(hash: string, path: string): ParsedIssue | undefined {
    const cached = this.cache?.read(this.cache.keyOf(hash));
    if (cached === undefined) return undefined;
    const { issue } = cached;
    this.#hashes.set(issue, hash);
    for (const [index, item] of itemsOf(issue).entries()) {
      const facts = cached.facts[index];
      if (facts !== undefined) noteFacts(item, facts);
    }
    // The text is only needed for faults, and cached issues have none. That of 5,200 issues would take 70 MB.
    const readText = () => textOf(readIssueFile(this.folder, path));
    return { issue, diagnostics: new Diagnostics(path, readText) };
  }

  /** Parses a file as it is now. It may have been written again since `#readChanged` read it. */
  #parse(path: string, by: HashedRegistries, unsaved: UnsavedTexts): ParsedIssue {
    const file = this.#fileAt(path, unsaved);
    const { hash, parsed } = parseFile(file, by, this.cache);
    // A parsed issue keeps its syntax tree in memory. The same issue, read back from the cache, does not.
    const cached = this.#readCached(hash, path);
    if (cached !== undefined) return { issue: cached.issue, diagnostics: parsed.diagnostics };
    if (parsed.issue !== undefined) this.#hashes.set(parsed.issue, hash);
    return parsed;
  }
}

/**
 * Parses an issue file and caches the result: the issue, and the facts of its items. An issue with faults is not cached,
 * because the cache holds no faults and every run must report them.
 * @returns the hash of the file, the parsed issue, and the paths of the cache files that were written
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
  const facts = itemsOf(issue).map((item) => factsOf(item, { date: issue.date, findEntities }));
  return { hash, parsed, written: [cache.write(cache.keyOf(hash), { issue, facts })] };
}

/**
 * The hash of the registry files that decide how issues are parsed. `desk.yml` does not: to read the facts of 520 issues
 * takes 11 s, and an editor saves that file after each correction.
 */
export function hashForParsing({ desk: _, ...files }: RegistryFiles): string {
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
