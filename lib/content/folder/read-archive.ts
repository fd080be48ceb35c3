import { type IsoDate, lastPublicDay } from '#lib/site/dates.ts';
import { readOrigin } from '#lib/site/site.ts';
import { hashOf } from '#lib/system/hash.ts';
import type { Archive } from '../archive.ts';
import { checkAcrossIssues } from '../comparison/across-issues.ts';
import type { Diagnostics } from '../faults/diagnostics.ts';
import { type CachedText, cacheInMemory, type FindingCache } from '../finding-cache.ts';
import type { Issue } from '../issue.ts';
import { withoutComingDays } from '../issue-days.ts';
import type { Registries } from '../registries/registries.ts';
import { readRegistries } from './cached-registries.ts';
import { readRegistryFiles } from './content-files.ts';
import type { IssueCache } from './issue-cache.ts';
import { publicReader } from './public-folder.ts';
import { hashOfRegistries, IssueReader, type ParseElsewhere } from './read-issues.ts';

/**
 * The archive, unless `site.yml` is unusable, every issue that could be read, those that are not published
 * yet too, and the faults of every content file.
 */
export type ReadArchive = {
  archive: Archive | undefined;
  written: readonly Issue[];
  diagnostics: Diagnostics[];
};

export type ReadOptions = {
  /** Drafts and issues whose day and hour have not come are public only in previews. */
  includeUnpublished?: boolean;
  /** Whether issues are compared with one another; whoever wants the pages alone need not wait for it. */
  compare?: boolean;
  now?: Date;
};

/** The registries of a content folder, unless `site.yml` is unusable, the hash of their files, and their faults. */
type ReadRegistries = {
  hash: string;
  registries: Registries | undefined;
  diagnostics: readonly Diagnostics[];
};

/** Reads a content folder again and again, parsing only the files that changed in between. */
export class ArchiveReader {
  readonly #issues: IssueReader;
  readonly #textAt: (key: string) => CachedText;
  #registries: ReadRegistries | undefined;
  #last: { registries: string; written: readonly Issue[]; archive: Archive } | undefined;

  /**
   * @param cache where issues are kept that another process has parsed
   * @param parseElsewhere parses issues on other threads; without it this thread parses them all
   */
  constructor(
    readonly folder: string,
    readonly readPublicFile = publicReader(),
    readonly cache?: IssueCache,
    parseElsewhere?: ParseElsewhere,
  ) {
    this.#issues = new IssueReader(folder, cache, parseElsewhere);
    this.#textAt = cache === undefined ? cacheInMemory() : (key) => cache.textAt(key);
  }

  /**
   * @throws Error when the folder or a file in it cannot be read, or `SITE_ORIGIN` is no origin.
   */
  async read({
    includeUnpublished = false,
    compare = true,
    now = new Date(),
  }: ReadOptions = {}): Promise<ReadArchive> {
    const { hash, registries, ...read } = await this.#readRegistries();
    const diagnostics = read.diagnostics.map((file) => file.copy());
    if (registries === undefined) return { archive: undefined, written: [], diagnostics };
    const parsed = await this.#issues.read({ hash, registries });
    // The comparison adds to the faults of a file: each reading begins again with the file's own.
    const compared = parsed.map(({ issue, diagnostics: own }) => ({
      issue,
      diagnostics: own.copy(),
    }));
    if (compare) checkAcrossIssues(compared, this.#findingCache);

    const today: IsoDate = lastPublicDay(registries.site, now);
    const written = compared.flatMap(({ issue }) => issue ?? []);
    const issues = written
      .filter((issue) => includeUnpublished || (!issue.draft && issue.date <= today))
      .map((issue) => withoutComingDays(issue, today))
      .sort((a, b) => (a.date < b.date ? 1 : -1));
    const origin = readOrigin(process.env.SITE_ORIGIN || registries.site.origin);
    return {
      archive: this.#unchanged(hash, written, {
        site: { ...registries.site, origin },
        sections: registries.sections.entries,
        sources: registries.sources.entries,
        topics: registries.topics,
        redirects: registries.redirects,
        threads: registries.threads,
        issues,
        factsOf: (item, date) => this.#issues.factsOf(item, date, registries),
        today,
        readPublicFile: this.readPublicFile,
        findingCache: this.#findingCache,
      }),
      written,
      diagnostics: [...diagnostics, ...compared.map((each) => each.diagnostics)],
    };
  }

  /**
   * The archive that was read before where nothing in it has changed. Next's server looks at the files again every
   * 300 ms: to list the threads, laws and pages of 520 issues anew each time would take it a second.
   */
  #unchanged(registries: string, written: readonly Issue[], archive: Archive): Archive {
    const last = this.#last;
    if (
      last?.registries === registries &&
      last.archive.site.origin === archive.site.origin &&
      last.archive.today === archive.today &&
      last.archive.issues.length === archive.issues.length &&
      last.written.length === written.length &&
      last.written.every((issue, index) => issue === written[index])
    )
      return last.archive;
    this.#last = { registries, written, archive };
    return archive;
  }

  readonly #findingCache: FindingCache = (what, issues) => {
    const hashes = issues.map((issue) => this.#issues.hashOf(issue));
    if (!hashes.every((hash) => hash !== undefined)) return undefined;
    return this.#textAt(hashOf(what, ...hashes));
  };

  async #readRegistries(): Promise<ReadRegistries> {
    const files = await readRegistryFiles(this.folder);
    const hash = hashOfRegistries(files);
    if (this.#registries?.hash === hash) return this.#registries;
    this.#issues.clear();
    const { registries, diagnostics } = readRegistries(files, this.#textAt(hash));
    this.#registries = { hash, registries, diagnostics };
    return this.#registries;
  }
}
