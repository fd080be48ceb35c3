import { statSync } from 'node:fs';
import { join } from 'node:path';
import { signatureOf } from '#lib/site/file-signature.ts';
import { hashOf } from '#lib/site/kept-files.ts';
import { type IssueFile, listIssueFiles, readIssueFile } from './content-files.ts';
import { Diagnostics } from './diagnostics.ts';
import type { Issue } from './issue.ts';
import type { IssueCache } from './issue-cache.ts';
import type { IssueParser, ParsedIssue } from './parse-issue.ts';
import type { RegistryFiles } from './registries/registries.ts';
import { decodeTextFile } from './text-file.ts';

/** The registries by which issues are parsed: the hash of their files, and a parser that was made of them. */
export type ParsedBy = { hash: string; parse: IssueParser };

/**
 * Parses issue files on other threads, which write the issues without a fault to the cache, see `parseAndKeep`.
 * @returns the paths of the files that were written to the cache
 */
export type ParseElsewhere = (paths: readonly string[]) => Promise<string[]>;

/** The state of an issue file when it was read: its `signatureOf`, and the hash that `hashOfFile` makes. */
type Reading = { signature: string; hash: string };

/** Reads the issue files of a folder again and again, parsing only those that changed in between. */
export class IssueReader {
  readonly #parsed = new Map<string, { signature: string; parsed: ParsedIssue }>();
  readonly #hashes = new WeakMap<Issue, string>();

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

  /** Forgets what was parsed by other registries. */
  clear(): void {
    this.#parsed.clear();
  }

  /** @throws Error when the folder or a file in it cannot be read */
  async read(parsedBy: ParsedBy): Promise<ParsedIssue[]> {
    const names = await listIssueFiles(this.folder);
    const paths = new Set(names.map((name) => `issues/${name}`));
    for (const path of this.#parsed.keys()) if (!paths.has(path)) this.#parsed.delete(path);
    const changed = this.#readChanged(paths, parsedBy.hash);
    await this.#parseElsewhere(changed);
    for (const [path, { signature, hash }] of changed) {
      const parsed = this.#readKept(hash, path) ?? this.#parse(path, parsedBy);
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

  #readKept(hash: string, path: string): ParsedIssue | undefined {
    const issue = this.cache?.read(this.cache.keyOf(hash));
    if (issue === undefined) return undefined;
    this.#hashes.set(issue, hash);
    // Where nothing is amiss nobody asks for the text: of 5,200 issues it would take 70 MB.
    const readText = () => textOf(readIssueFile(this.folder, path));
    return { issue, diagnostics: new Diagnostics(path, readText) };
  }

  /** Parses a file as it is now. It may have been written again since `#readChanged` read it. */
  #parse(path: string, parsedBy: ParsedBy): ParsedIssue {
    const file = readIssueFile(this.folder, path);
    const { hash, parsed } = parseFile(file, parsedBy, this.cache);
    // A parsed issue holds on to its syntax tree. The same issue read back from the cache does not.
    const kept = this.#readKept(hash, path);
    if (kept !== undefined) return { issue: kept.issue, diagnostics: parsed.diagnostics };
    if (parsed.issue !== undefined) this.#hashes.set(parsed.issue, hash);
    return parsed;
  }
}

/**
 * Parses an issue file and writes its issue to the cache.
 * @returns also the file's hash, and the paths of the files that were written
 */
export function parseFile(
  file: IssueFile,
  { hash: registries, parse }: ParsedBy,
  cache: IssueCache | undefined,
): { hash: string; parsed: ParsedIssue; written: string[] } {
  const hash = hashOfFile(registries, file);
  const parsed = parse(decodeTextFile(file.path, file.bytes));
  return { hash, parsed, written: cache?.keep(cache.keyOf(hash), parsed) ?? [] };
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
