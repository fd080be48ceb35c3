import { type IsoDate, lastPublicDay } from '#lib/site/dates.ts';
import { hashOf } from '#lib/site/kept-files.ts';
import { readOrigin, type Site } from '#lib/site/site.ts';
import { checkAcrossIssues } from './across-issues.ts';
import { contentFolder, readRegistryFiles } from './content-files.ts';
import type { Diagnostics } from './diagnostics.ts';
import { type KeptFor, type KeptText, keepInMemory } from './findings.ts';
import type { Issue, Redirect, Section, Source, ThreadEntry, Topic } from './issue.ts';
import type { IssueCache } from './issue-cache.ts';
import { withoutComingDays } from './issue-days.ts';
import { type IssueParser, issueParser } from './parse-issue.ts';
import { publicReader, type ReadPublic } from './public-folder.ts';
import { hashOfRegistries, IssueReader, type ParseElsewhere } from './read-issues.ts';
import { readRegistries } from './registries/kept-registries.ts';
import type { Registries } from './registries/registries.ts';

/** Everything that is public: what every page, feed and edition is made from. */
export type Archive = {
  site: Site;
  sections: readonly Section[];
  /** The publishers that `sources.yml` lists; items may cite others. */
  sources: readonly Source[];
  topics: readonly Topic[];
  redirects: readonly Redirect[];
  /** What editors say of threads. */
  threads: readonly ThreadEntry[];
  /** Newest first. */
  issues: readonly Issue[];
  /** The newest day whose issue is public: the day of reading; before the hour of publication, the day before. */
  today: IsoDate;
  /** Reads what lies in `public/`: the pictures of the issues. */
  readPublic: ReadPublic;
  /** Where what is found in its issues is kept for whoever looks for it next: another process, or this one again. */
  keptFor?: KeptFor;
};

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

/** The registries of a content folder, the hash of their files, and what parses an issue by them. */
type ReadRegistries = { hash: string; diagnostics: readonly Diagnostics[] } & (
  | { registries: undefined; parse?: undefined }
  | { registries: Registries; parse: IssueParser }
);

/** Reads a content folder again and again, parsing only the files that changed in between. */
export class ArchiveReader {
  readonly #issues: IssueReader;
  readonly #textAt: (key: string) => KeptText;
  #registries: ReadRegistries | undefined;
  #last: { registries: string; archive: Archive } | undefined;

  /**
   * @param cache where issues are kept that another process has parsed
   * @param parseElsewhere parses issues on other threads; without it this thread parses them all
   */
  constructor(
    readonly folder: string,
    readonly readPublic = publicReader(),
    readonly cache?: IssueCache,
    parseElsewhere?: ParseElsewhere,
  ) {
    this.#issues = new IssueReader(folder, cache, parseElsewhere);
    this.#textAt = cache === undefined ? keepInMemory() : (key) => cache.textAt(key);
  }

  /**
   * @throws Error when the folder or a file in it cannot be read, or `SITE_ORIGIN` is no origin.
   */
  async read({
    includeUnpublished = false,
    compare = true,
    now = new Date(),
  }: ReadOptions = {}): Promise<ReadArchive> {
    const { hash, registries, parse, ...read } = await this.#readRegistries();
    const diagnostics = read.diagnostics.map((file) => file.copy());
    if (registries === undefined) return { archive: undefined, written: [], diagnostics };
    const parsed = await this.#issues.read({ hash, parse });
    // The comparison adds to the faults of a file: each reading begins again with the file's own.
    const compared = parsed.map(({ issue, diagnostics: own }) => ({
      issue,
      diagnostics: own.copy(),
    }));
    if (compare) checkAcrossIssues(compared, this.#keptFor);

    const today: IsoDate = lastPublicDay(registries.site, now);
    const written = compared.flatMap(({ issue }) => issue ?? []);
    const issues = written
      .filter((issue) => includeUnpublished || (!issue.draft && issue.date <= today))
      .map((issue) => withoutComingDays(issue)(today))
      .sort((a, b) => (a.date < b.date ? 1 : -1));
    const origin = readOrigin(process.env.SITE_ORIGIN || registries.site.origin);
    return {
      archive: this.#unchanged(hash, {
        site: { ...registries.site, origin },
        sections: registries.sections.entries,
        sources: registries.sources.entries,
        topics: registries.topics,
        redirects: registries.redirects,
        threads: registries.threads,
        issues,
        today,
        readPublic: this.readPublic,
        keptFor: this.#keptFor,
      }),
      written,
      diagnostics: [...diagnostics, ...compared.map((each) => each.diagnostics)],
    };
  }

  /**
   * The archive that was read before where nothing in it has changed. Next's server looks at the files again every
   * 300 ms: to list the threads, laws and pages of 520 issues anew each time would take it a second.
   */
  #unchanged(registries: string, archive: Archive): Archive {
    const { site, today, issues } = archive;
    const last = this.#last?.registries === registries ? this.#last.archive : undefined;
    const isSame =
      last?.site.origin === site.origin &&
      last.today === today &&
      last.issues.length === issues.length &&
      last.issues.every((issue, place) => issue === issues[place]);
    const unchanged = isSame ? last : archive;
    this.#last = { registries, archive: unchanged };
    return unchanged;
  }

  readonly #keptFor: KeptFor = (what, issues) => {
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
    this.#registries =
      registries === undefined
        ? { hash, diagnostics, registries }
        : { hash, diagnostics, registries, parse: issueParser(registries) };
    return this.#registries;
  }
}

/**
 * How long a server answers from the archive it has before it looks at the files again, in ms. In a
 * preview it looks each time: what is saved is seen.
 */
const FRESH_FOR = process.env.NODE_ENV === 'development' ? 0 : 300;

type Loader = { reader: ArchiveReader; archive: Promise<Archive>; at: number };
// Next gives the proxy a module instance of its own: the process shares one archive through the global.
declare global {
  var dibaoArchive: Loader | undefined;
}

/**
 * The archive of this process: read once, and again when a content file has changed.
 * @throws Error when it cannot be read; faults in issues are for `npm run check` to tell.
 */
export function loadArchive(): Promise<Archive> {
  const loader = globalThis.dibaoArchive;
  if (loader !== undefined && Date.now() - loader.at <= FRESH_FOR) return loader.archive;
  const reader = loader?.reader ?? new ArchiveReader(contentFolder());
  const archive = readPublic(reader);
  globalThis.dibaoArchive = { reader, archive, at: Date.now() };
  return archive;
}

async function readPublic(reader: ArchiveReader): Promise<Archive> {
  const includeUnpublished = process.env.NODE_ENV === 'development';
  const { archive, diagnostics } = await reader.read({ includeUnpublished, compare: false });
  if (archive !== undefined) return archive;
  const fault = diagnostics.flatMap(({ messages }) => messages)[0];
  throw new Error(`site.yml cannot be used: ${fault?.reason ?? 'it is empty'}`);
}
