import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Archive, ArchiveReader } from '#lib/content/archive.ts';
import { IssueCache } from '#lib/content/issue-cache.ts';
import { publicReader } from '#lib/content/public-folder.ts';
import { checkContent } from '#lib/editor/check.ts';
import { boundMemory } from '#lib/editor/memory.ts';
import { Failure } from '#lib/site/failure.ts';
import { outputFile } from '#lib/site/paths.ts';
import { isFile } from '#lib/views/addresses.ts';
import { compile } from './compile.ts';
import { type CodeFingerprints, codeFingerprints, parserFingerprint } from './fingerprint.ts';
import { onInterrupt } from './interrupt.ts';
import { orNoRoom } from './no-room.ts';
import { addOtherFiles } from './other-files.ts';
import { PageCache } from './page-cache.ts';
import { isInHaste, listPages, type Page, stampOf } from './page-list.ts';
import { print, rehearse } from './print.ts';
import { Release, type Standby } from './release.ts';
import { Renderer } from './renderer.ts';
import { inTurns } from './turns.ts';

export type Job = {
  root: string;
  content: string;
  out: string;
  /** Where parsed issues and printed pages are kept. */
  cache: string;
  /** The key that IndexNow asks the site for, if it has one. */
  indexNowKey: string | undefined;
  /** A sitemap's file or address, or a git revision: every page that was public then has to be reached still. */
  publicBefore: string | undefined;
};
/** What the site in place was made of. */
type Printed = { archive: Archive; pages: readonly Page[] };
export type Progress = { step: (text: string) => void; done: (text: string) => void };
export type PrintOptions = {
  /** Called when the site is in place; what is old is cleared away after that. */
  placed?: () => Promise<void>;
  /** Whether what changed is compressed less well where that takes long, until `finish` is called. */
  inHaste?: boolean;
};

/**
 * Builds the site once, see `Press.print`.
 * @throws Failure as that does
 */
export async function build(job: Job, progress: Progress): Promise<void> {
  const press = await openPress(job);
  try {
    await press.print(progress);
  } finally {
    await press.stop();
  }
}

/** @throws Failure where the caches cannot be written */
export function openPress(job: Job): Promise<Press> {
  return orNoRoom(Press.open(job));
}

/** Prints the site, again and again as its content changes: what is read, and who renders, stays. */
export class Press {
  #compiled = false;
  /** Whether to rehearse: it has printed nothing yet, and is not about to. */
  #isNew = true;
  #printed: Printed | undefined;
  #standby: Promise<Standby> | undefined;

  private constructor(
    readonly job: Job,
    readonly reader: ArchiveReader,
    readonly issues: IssueCache,
    readonly kept: PageCache,
    readonly code: CodeFingerprints,
    readonly renderer: Renderer,
  ) {}

  static async open(job: Job): Promise<Press> {
    const memory = await boundMemory(job.content);
    const issues = new IssueCache(join(job.cache, 'issues'), parserFingerprint(job.root));
    const reader = new ArchiveReader(job.content, publicReader(), issues);
    const renderer = await Renderer.create({ ...job, memory }, issues);
    const kept = new PageCache(join(job.cache, 'pages'));
    return new Press(job, reader, issues, kept, codeFingerprints(job.root), renderer);
  }

  /**
   * Builds the site: checks the content, compiles the code, has every address rendered whose page is not
   * kept from a build before, and puts the pages in place of the site before. An earlier `out` stays as it
   * is until that last step.
   * @throws Failure with the lines of `check`, with what Next said, or with the page that failed; and where the
   *   disk is full or not to be written to
   */
  async print(progress: Progress, options: PrintOptions = {}): Promise<void> {
    await orNoRoom(this.#print(progress, options));
  }

  /** Prints once more, as it should be, what was printed in haste; see `print`. */
  async finish(progress: Progress, placed: () => Promise<void>): Promise<void> {
    if (!isInHaste(this.#printed?.pages ?? [])) return;
    progress.done('It is quiet: what was compressed in haste is compressed as it should be.');
    await this.print(progress, { placed });
  }

  /**
   * Does what can be done for the next print before anything has changed: a server reads the archive, a folder has
   * what is printed now, and is waited for; what this process has not done yet is rehearsed.
   * @throws Failure where the disk is full or not to be written to; the next print then begins with nothing
   */
  async standBy(): Promise<void> {
    const printed = this.#printed;
    if (printed === undefined) return;
    this.renderer.prepare(printed.archive, 1, Promise.resolve());
    this.#standby ??= this.#layOut(printed);
    await orNoRoom(this.#standby);
    if (!this.#isNew) return;
    const render = this.renderer.ready(printed.archive, 1);
    // What is printed in earnest goes first; and what fails here will fail that, which tells it.
    await Promise.allSettled([rehearse(printed.pages, render, () => this.#isNew)]);
    this.#isNew = false;
  }

  /** What a site is of as the beginning of a release, as far as it is kept. */
  async #layOut({ pages }: Printed): Promise<Standby> {
    const { job, kept } = this;
    const release = await Release.begin(job.out, 'standby');
    try {
      for await (const { address, fingerprint } of inTurns(pages))
        kept.take(fingerprint, release, outputFile(address.path));
      return release.standBy();
    } catch (error) {
      await release.discard();
      throw error;
    }
  }

  /** What stands by, which is used up. That it could not be made is told by who had it made. */
  async #takeStandby(): Promise<Standby | undefined> {
    const [made] = await Promise.allSettled([this.#standby]);
    this.#standby = undefined;
    return made.status === 'fulfilled' ? made.value : undefined;
  }

  async stop(): Promise<void> {
    this.#isNew = false;
    await this.renderer.stop();
    const standby = await this.#takeStandby();
    if (standby !== undefined) await rm(standby.folder, { recursive: true, force: true });
  }

  /** The code is compiled while the content is read: what errors would stop is stopped with them. */
  async #print(progress: Progress, options: PrintOptions): Promise<void> {
    const given = new AbortController();
    const compiled = this.#compile(progress, given.signal);
    // Where it is waited for, there its failure is told; until then it is nobody's.
    const ended = Promise.allSettled([compiled]);
    try {
      await this.#printOn(compiled, progress, options);
    } catch (error) {
      given.abort();
      await ended;
      throw error;
    }
  }

  async #printOn(
    compiled: Promise<void>,
    progress: Progress,
    { placed, inHaste = false }: PrintOptions,
  ): Promise<void> {
    const { job, reader, renderer, issues, kept, code } = this;
    const wasNew = this.#isNew;
    this.#isNew = false;
    const checked = { reader, prints: true, since: job.publicBefore };
    const { archive, errors, report } = await checkContent(job.content, checked);
    if (archive === undefined || errors > 0) throw new Failure(report);
    progress.done(report);
    // A server that will be wanted starts at once.
    renderer.prepare(archive, issues.hasNew ? 1 : 0, compiled);
    const pages: Page[] = [];
    for await (const page of listPages(code, archive, inHaste ? kept : undefined)) {
      pages.push(page);
      const { address, fingerprint } = page;
      if (!isFile(address) && !kept.has(fingerprint)) renderer.renderAhead(archive, address);
    }
    const stamp = stampOf(job, archive, pages);
    if ((await Release.currentStamp(job.out)) === stamp) {
      await compiled;
      this.#printed = { archive, pages };
      this.#isNew = wasNew;
      progress.done(`Nothing has changed: ${pages.length} pages are in ${job.out}.`);
      return;
    }
    const release = await Release.begin(job.out, stamp, await this.#takeStandby());
    const forget = onInterrupt(() => release.discard());
    try {
      await this.#fill(release, archive, pages, compiled, progress);
    } catch (error) {
      // What went wrong first is what to tell.
      await release.discard().catch((second: unknown) => console.error(second));
      throw error;
    } finally {
      forget();
    }
    this.#printed = { archive, pages };
    await placed?.();
    this.kept.prune();
    this.issues.prune();
    await release.sweep();
  }

  async #fill(
    release: Release,
    archive: Archive,
    pages: readonly Page[],
    compiled: Promise<void>,
    progress: Progress,
  ): Promise<void> {
    const { job, kept, code, renderer } = this;
    const { sizes, missing } = await print(
      {
        archive,
        release,
        kept,
        renderer,
        compiled,
        tell: (printed, all) => progress.step(`Printing the pages: ${printed} of ${all}`),
      },
      pages,
    );
    await addOtherFiles({ ...job, code: code.files }, archive, release, kept);
    await release.publish();
    progress.done(
      `${pages.length} pages are in ${job.out}: ${missing} rendered, ${pages.length - missing} kept.\n${sizes.table()}`,
    );
  }

  /** Once: a process goes on with the code that it began with. */
  async #compile(progress: Progress, signal: AbortSignal): Promise<void> {
    if (this.#compiled) return;
    progress.step('Compiling the code …');
    if (await compile(this.job.root, this.code.compiled, signal))
      progress.done('The code is compiled.');
    this.#compiled = true;
  }
}
