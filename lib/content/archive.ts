import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { dayIn, type IsoDate } from '#lib/site/dates.ts';
import { share } from '#lib/site/shared.ts';
import { readOrigin, type Site } from '#lib/site/site.ts';
import { checkAcrossIssues } from './across-issues.ts';
import {
  contentFolder,
  listIssueFiles,
  readRegistryFiles,
  readText,
  signatureOf,
} from './content-files.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { Issue, Redirect, Section, Source, ThreadEntry, Topic } from './issue.ts';
import type { IssueCache } from './issue-cache.ts';
import { type IssueParser, issueParser, type ParsedIssue } from './parse-issue.ts';
import { publicReader, type ReadPublic } from './public-folder.ts';
import { parseRegistries, type Registries } from './registries/registries.ts';
import { readSnapshot } from './snapshot.ts';

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
  /** The day on which it was read: an issue of a later one is not public yet. */
  today: IsoDate;
  /** Reads what lies in `public/`: the pictures of the issues. */
  readPublic: ReadPublic;
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
  /** Drafts and issues dated after today are public only in previews. */
  includeUnpublished?: boolean;
  /** Whether issues are compared with one another; whoever wants the pages alone need not wait for it. */
  compare?: boolean;
  now?: Date;
};

/** The registries of a content folder, what their files are, and what parses an issue by them. */
type ReadRegistries = { signature: string; diagnostics: readonly Diagnostics[] } & (
  | { registries: undefined; parse?: undefined }
  | { registries: Registries; parse: IssueParser }
);

/** Reads a content folder again and again, parsing only the files that changed in between. */
export class ArchiveReader {
  readonly #parsed = new Map<string, { signature: string; parsed: ParsedIssue }>();
  #site: Site | undefined;
  #registries: ReadRegistries | undefined;
  #last: { signature: string; archive: Archive } | undefined;

  /** @param cache where issues are kept that another process has parsed */
  constructor(
    readonly folder: string,
    readonly readPublic = publicReader(),
    readonly cache?: IssueCache,
  ) {}

  /**
   * @throws Error when the folder or a file in it cannot be read, or `SITE_ORIGIN` is no origin.
   */
  async read({
    includeUnpublished = false,
    compare = true,
    now = new Date(),
  }: ReadOptions = {}): Promise<ReadArchive> {
    const { signature, registries, parse, ...read } = await this.#readRegistries();
    const diagnostics = read.diagnostics.map((file) => file.copy());
    if (registries === undefined) return { archive: undefined, written: [], diagnostics };
    const parsed = await this.#parseIssues(parse);
    // The comparison adds to the faults of a file: each reading begins again with the file's own.
    const compared = parsed.map(({ issue, diagnostics: own }) => ({
      issue,
      diagnostics: own.copy(),
    }));
    if (compare) checkAcrossIssues(compared);

    const today: IsoDate = dayIn(registries.site.timeZone, now);
    const written = compared.flatMap(({ issue }) => issue ?? []);
    const issues = written
      .filter((issue) => includeUnpublished || (!issue.draft && issue.date <= today))
      .sort((a, b) => (a.date < b.date ? 1 : -1));
    const origin = readOrigin(process.env.SITE_ORIGIN || registries.site.origin);
    return {
      archive: this.#unchanged(signature, {
        site: this.#siteAt(origin, registries.site),
        sections: registries.sections.entries,
        sources: registries.sources.entries,
        topics: registries.topics,
        redirects: registries.redirects,
        threads: registries.threads,
        issues,
        today,
        readPublic: this.readPublic,
      }),
      written,
      diagnostics: [...diagnostics, ...compared.map((each) => each.diagnostics)],
    };
  }

  /**
   * The archive that was read before where nothing of it is another, so that what was made of it can be kept.
   * @param signature what the registries were made of
   */
  #unchanged(signature: string, archive: Archive): Archive {
    const { site, today, issues } = archive;
    const last = this.#last?.signature === signature ? this.#last.archive : undefined;
    const isSame =
      last?.site === site &&
      last.today === today &&
      last.issues.length === issues.length &&
      last.issues.every((issue, place) => issue === issues[place]);
    const unchanged = isSame ? last : archive;
    this.#last = { signature, archive: unchanged };
    return unchanged;
  }

  /** The publication at an origin: the same object while neither changes, so that what is made of it can be kept. */
  #siteAt(origin: string, site: Site): Site {
    if (this.#site === undefined || !isDeepStrictEqual({ ...site, origin }, this.#site))
      this.#site = share({ ...site, origin });
    return this.#site;
  }

  async #readRegistries(): Promise<ReadRegistries> {
    const files = await readRegistryFiles(this.folder);
    const signature = JSON.stringify(files);
    if (this.#registries?.signature === signature) return this.#registries;
    this.#parsed.clear();
    const { registries, diagnostics } = parseRegistries(files);
    if (registries === undefined) {
      this.#registries = { signature, diagnostics, registries };
      return this.#registries;
    }
    const parse = issueParser(registries);
    const parseNew: IssueParser = (file) =>
      this.cache === undefined ? parse(file) : this.cache.parsed(file, signature, parse);
    share(registries.topics);
    this.#registries = { signature, diagnostics, registries, parse: parseNew };
    return this.#registries;
  }

  async #parseIssues(parse: IssueParser): Promise<ParsedIssue[]> {
    const names = await listIssueFiles(this.folder);
    for (const path of this.#parsed.keys()) if (!names.includes(path)) this.#parsed.delete(path);
    return Promise.all(
      names.map(async (name) => {
        const signature = signatureOf(await stat(join(this.folder, 'issues', name)));
        const known = this.#parsed.get(name);
        if (known?.signature === signature) return known.parsed;
        const parsed = parse(await readText(this.folder, `issues/${name}`));
        this.#parsed.set(name, { signature, parsed });
        return parsed;
      }),
    );
  }
}

/**
 * How long a server answers from the archive it has before it looks at the files again, in ms. In a
 * preview it looks each time: what is saved is seen.
 */
const FRESH_FOR = process.env.NODE_ENV === 'development' ? 0 : 300;

type Loader = { reader: ArchiveReader; archive: Promise<Archive>; at: number; snapshot: string };
// Next gives the proxy a module instance of its own: the process shares one archive through the global.
declare global {
  var dibaoArchive: Loader | undefined;
}

/**
 * The archive of this process: read once, and again when a content file has changed. Where the press has
 * written one down in `ARCHIVE_SNAPSHOT`, it is that, whatever happens to the files meanwhile.
 * @throws Error when it cannot be read; faults in issues are for `npm run check` to tell.
 */
export function loadArchive(): Promise<Archive> {
  const { ARCHIVE_SNAPSHOT: file = '' } = process.env;
  const loader = globalThis.dibaoArchive;
  // A press that goes on printing writes it anew.
  const snapshot = file === '' ? '' : signatureOf(statSync(/* turbopackIgnore: true */ file));
  const isFresh =
    file === '' ? Date.now() - (loader?.at ?? 0) <= FRESH_FOR : loader?.snapshot === snapshot;
  if (loader !== undefined && isFresh) return loader.archive;
  const reader = loader?.reader ?? new ArchiveReader(contentFolder());
  const archive =
    file === ''
      ? readPublic(reader)
      : Promise.resolve(loader?.archive).then((before) => readSnapshot(file, before));
  globalThis.dibaoArchive = { reader, archive, at: Date.now(), snapshot };
  return archive;
}

async function readPublic(reader: ArchiveReader): Promise<Archive> {
  const includeUnpublished = process.env.NODE_ENV === 'development';
  const { archive, diagnostics } = await reader.read({ includeUnpublished, compare: false });
  if (archive !== undefined) return archive;
  const fault = diagnostics.flatMap(({ messages }) => messages)[0];
  throw new Error(`site.yml cannot be used: ${fault?.reason ?? 'it is empty'}`);
}
