import { statSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '#lib/site/kept-files.ts';
import { type IssueFile, listIssueFiles, readIssueFile, signatureOf } from './content-files.ts';
import { Diagnostics } from './diagnostics.ts';
import type { Issue } from './issue.ts';
import type { IssueCache } from './issue-cache.ts';
import type { IssueParser, ParsedIssue } from './parse-issue.ts';
import { decodeTextFile } from './text-file.ts';

/** The registries by which issues are parsed: the hash of their files, and a parser that was made of them. */
export type ParsedBy = { hash: string; parse: IssueParser };

/** Reads the issue files of a folder again and again, parsing only those that changed in between. */
export class IssueReader {
  readonly #parsed = new Map<string, { signature: string; parsed: ParsedIssue }>();
  readonly #hashes = new WeakMap<Issue, string>();

  /** @param cache where issues are kept that another process has parsed */
  constructor(
    readonly folder: string,
    readonly cache: IssueCache | undefined,
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
    return Array.from(paths, (path) => {
      const signature = signatureOf(statSync(join(this.folder, path)));
      const known = this.#parsed.get(path);
      if (known?.signature === signature) return known.parsed;
      const file = readIssueFile(this.folder, path);
      const hash = hashOf(registries, path, file.bytes);
      const parsed = this.#readKept(hash, path) ?? this.#parse(hash, file, parse);
      if (parsed.issue !== undefined) this.#hashes.set(parsed.issue, hash);
      this.#parsed.set(path, { signature, parsed });
      return parsed;
    });
  }

  #readKept(hash: string, path: string): ParsedIssue | undefined {
    const issue = this.cache?.read(this.cache.keyOf(hash));
    if (issue === undefined) return undefined;
    // Where nothing is amiss nobody asks for the text: of 5,200 issues it would take 70 MB.
    const readText = () => textOf(readIssueFile(this.folder, path));
    return { issue, diagnostics: new Diagnostics(path, readText) };
  }

  #parse(hash: string, { path, bytes }: IssueFile, parse: IssueParser): ParsedIssue {
    const parsed = parse(decodeTextFile(path, bytes));
    return this.cache?.keep(this.cache.keyOf(hash), parsed) ?? parsed;
  }
}

function textOf({ path, bytes }: IssueFile): string {
  return decodeTextFile(path, bytes).text.replace(/^\uFEFF/, '');
}
