import { statSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '#lib/site/kept-files.ts';
import { type IssueFile, listIssueFiles, readIssueFile, signatureOf } from './content-files.ts';
import { Diagnostics } from './diagnostics.ts';
import type { Issue } from './issue.ts';
import type { IssueCache } from './issue-cache.ts';
import type { IssueParser, ParsedIssue } from './parse-issue.ts';
import type { RegistryFiles } from './registries/registries.ts';
import { decodeTextFile } from './text-file.ts';

/** The registries by which issues are parsed: the hash of their files, and a parser that was made of them. */
export type ParsedBy = { hash: string; parse: IssueParser };

/** Parses issue files elsewhere and keeps those without a fault, see `parseAndKeep`. @returns the paths of what it kept */
export type ParseElsewhere = (paths: readonly string[]) => Promise<string[]>;

/** What an issue file was when it was read: see `signatureOf`, and the hash of all that its issue is a function of. */
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
  async read({ hash: registries, parse }: ParsedBy): Promise<ParsedIssue[]> {
    const names = await listIssueFiles(this.folder);
    const paths = new Set(names.map((name) => `issues/${name}`));
    for (const path of this.#parsed.keys()) if (!paths.has(path)) this.#parsed.delete(path);
    const changed = this.#readChanged(paths, registries);
    await this.#parseElsewhere(changed);
    for (const [path, { signature, hash }] of changed) {
      const parsed = this.#readKept(hash, path) ?? this.#parse(path, registries, parse);
      this.#parsed.set(path, { signature, parsed });
    }
    return Array.from(paths, (path) => {
      const found = this.#parsed.get(path);
      if (found === undefined) throw new Error(`${path} was not parsed`);
      return found.parsed;
    });
  }

  /** Each file that is not as it was parsed last, by its path. */
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

  /** Parses a file as it is now: whoever writes it may have gone on since its hash was made. */
  #parse(path: string, registries: string, parse: IssueParser): ParsedIssue {
    const file = readIssueFile(this.folder, path);
    const hash = hashOfFile(registries, file);
    const parsed = parse(decodeTextFile(path, file.bytes));
    this.cache?.keep(this.cache.keyOf(hash), parsed);
    // What is parsed holds on to its syntax tree, what is kept does not.
    const kept = this.#readKept(hash, path);
    if (kept !== undefined) return { issue: kept.issue, diagnostics: parsed.diagnostics };
    if (parsed.issue !== undefined) this.#hashes.set(parsed.issue, hash);
    return parsed;
  }
}

/** The hash of all that registries are a function of, but for the parser's code. */
export function hashOfRegistries(files: RegistryFiles): string {
  return hashOf(JSON.stringify(files));
}

/**
 * The hash of all that the issue of a file is a function of, but for the parser's code.
 * @param registries the hash of the registries' files
 */
export function hashOfFile(registries: string, { path, bytes }: IssueFile): string {
  return hashOf(registries, path, bytes);
}

function textOf({ path, bytes }: IssueFile): string {
  return decodeTextFile(path, bytes).text.replace(/^\uFEFF/, '');
}
