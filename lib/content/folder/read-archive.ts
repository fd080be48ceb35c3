import { type IsoDate, lastPublicDay } from '#lib/site/dates.ts';
import { readOrigin } from '#lib/site/site.ts';
import { hashOf } from '#lib/system/hash.ts';
import type { Archive } from '../archive.ts';
import { checkAcrossIssues } from '../comparison/across-issues.ts';
import type { Diagnostics } from '../faults/diagnostics.ts';
import { type CachedText, cacheInMemory, type FindingCache } from '../finding-cache.ts';
import type { Issue } from '../issue.ts';
import { withoutFutureDates } from '../issue-days.ts';
import type { Registries } from '../registries/registries.ts';
import { readRegistries } from './cached-registries.ts';
import { readRegistryFiles } from './content-files.ts';
import type { IssueCache } from './issue-cache.ts';
import { LedgerReader } from './ledger-files.ts';
import { publicReader } from './public-folder.ts';
import {
  hashForParsing,
  IssueReader,
  type ParseElsewhere,
  type UnsavedTexts,
} from './read-issues.ts';

/**
 * A content folder that was read. `archive` is `undefined` if `site.yml` cannot be used. `written` has every issue that
 * could be read, with those that are not public yet. `diagnostics` has the faults of every content file.
 */
export type ReadArchive = {
  archive: Archive | undefined;
  written: readonly Issue[];
  diagnostics: Diagnostics[];
};

export type ReadOptions = {
  /** Whether drafts and issues of the future are in the archive, as in a preview. */
  includeUnpublished?: boolean;
  /** Whether issues are compared with one another. That finds more faults, and a server need not wait for it. */
  compare?: boolean;
  now?: Date;
  /** Texts that stand for issue files: what an editor has typed and not saved. */
  unsaved?: UnsavedTexts;
};

/**
 * The registries of a content folder, unless `site.yml` cannot be used, and their faults. `hash` is that of all their
 * files, `parsing` that of those which decide how issues are parsed.
 */
type ReadRegistries = {
  hash: string;
  parsing: string;
  registries: Registries | undefined;
  diagnostics: readonly Diagnostics[];
};

/** Reads a content folder again and again, parsing only the files that changed in between. */
export class ArchiveReader {
  readonly #issues: IssueReader;
  readonly #ledger: LedgerReader;
  readonly #textAt: (key: string) => CachedText;
  #registries: ReadRegistries | undefined;
  #last: { inputs: string; written: readonly Issue[]; archive: Archive } | undefined;

  /**
   * @param cache issues that another process has parsed
   * @param parseElsewhere parses issues on other threads. Without it, this thread parses them all.
   */
  constructor(
    readonly folder: string,
    readonly readPublicFile = publicReader(),
    readonly cache?: IssueCache,
    parseElsewhere?: ParseElsewhere,
  ) {
    this.#issues = new IssueReader(folder, cache, parseElsewhere);
    this.#ledger = new LedgerReader(folder);
    this.#textAt = cache === undefined ? cacheInMemory() : (key) => cache.textAt(key);
  }

  /**
   * @throws Error when the folder or a file in it cannot be read, or `SITE_ORIGIN` is no origin.
   */
  async read({
    includeUnpublished = false,
    compare = true,
    now = new Date(),
    unsaved,
  }: ReadOptions = {}): Promise<ReadArchive> {
    const { hash, parsing, registries, diagnostics: ofRegistries } = await this.#readRegistries();
    const diagnostics = ofRegistries.map((file) => file.copy());
    if (registries === undefined) return { archive: undefined, written: [], diagnostics };
    const ledger = await this.#ledger.read();
    const parsed = await this.#issues.read({ hash: parsing, registries }, unsaved);
    // Copies, as the comparison adds faults, and the parsed issues are used again by the next `read`.
    const compared = parsed.map(({ issue, diagnostics: own }) => ({
      issue,
      diagnostics: own.copy(),
    }));
    if (compare) checkAcrossIssues(compared, this.#findingCache);

    const today: IsoDate = lastPublicDay(registries.site, now);
    const written = compared.flatMap(({ issue }) => issue ?? []);
    const issues = written
      .filter((issue) => includeUnpublished || (!issue.draft && issue.date <= today))
      .map((issue) => withoutFutureDates(issue, today))
      .sort((a, b) => (a.date < b.date ? 1 : -1));
    const origin = readOrigin(process.env.SITE_ORIGIN || registries.site.origin);
    return {
      archive: this.#lastIfUnchanged(`${hash} ${ledger.hash}`, written, {
        site: { ...registries.site, origin },
        sections: registries.sections.entries,
        sources: registries.sources.entries,
        topics: registries.topics,
        entities: registries.entities,
        redirects: registries.redirects,
        threads: registries.threads,
        desk: registries.desk,
        standings: ledger.standings,
        issues,
        factsOf: (item, date) => this.#issues.factsOf(item, date, registries),
        today,
        readPublicFile: this.readPublicFile,
        findingCache: this.#findingCache,
      }),
      written,
      diagnostics: [
        ...diagnostics,
        ...ledger.diagnostics.map((file) => file.copy()),
        ...compared.map((each) => each.diagnostics),
      ],
    };
  }

  /**
   * The last archive, if nothing in it has changed, so that all that is memoised by it stays. Next's server checks the
   * files every 300 ms, and to make the threads, laws and pages of 520 issues again takes a second.
   */
  #lastIfUnchanged(inputs: string, written: readonly Issue[], archive: Archive): Archive {
    const last = this.#last;
    if (
      last?.inputs === inputs &&
      last.archive.site.origin === archive.site.origin &&
      last.archive.today === archive.today &&
      last.archive.issues.length === archive.issues.length &&
      last.written.length === written.length &&
      last.written.every((issue, index) => issue === written[index])
    )
      return last.archive;
    this.#last = { inputs, written, archive };
    return archive;
  }

  readonly #findingCache: FindingCache = (what, issues) => {
    const hashes = issues.map((issue) => this.#issues.hashOf(issue));
    if (!hashes.every((hash) => hash !== undefined)) return undefined;
    return this.#textAt(hashOf(what, ...hashes));
  };

  async #readRegistries(): Promise<ReadRegistries> {
    const files = await readRegistryFiles(this.folder);
    const hash = hashOf(JSON.stringify(files));
    if (this.#registries?.hash === hash) return this.#registries;
    const parsing = hashForParsing(files);
    if (this.#registries?.parsing !== parsing) this.#issues.clear();
    const { registries, diagnostics } = readRegistries(files, this.#textAt(hash));
    this.#registries = { hash, parsing, registries, diagnostics };
    return this.#registries;
  }
}
