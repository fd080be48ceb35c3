import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '#lib/content/archive.ts';
import { IssueCache } from '#lib/content/issue-cache.ts';
import { writeSnapshot } from '#lib/content/snapshot.ts';
import { checkContent } from '#lib/editor/check.ts';
import { Failure, hasCode } from '#lib/site/failure.ts';
import { hashOf } from '#lib/site/kept-files.ts';
import { outputFile, paths } from '#lib/site/paths.ts';
import { isRunning } from '#lib/site/running.ts';
import { type Address, addressesOf, isFile, isPage } from '#lib/views/addresses.ts';
import { isListed } from '#lib/views/pages.ts';
import { redirectsOf } from '#lib/views/redirects.ts';
import { compile } from './compile.ts';
import { pack } from './compress.ts';
import {
  codeFingerprints,
  fingerprintOf,
  hashFiles,
  listFiles,
  parserFingerprint,
} from './fingerprint.ts';
import { hostFiles } from './host-files/host-files.ts';
import { readVersion } from './host-files/version.ts';
import { onInterrupt } from './interrupt.ts';
import { PageCache } from './page-cache.ts';
import { PageSizes } from './page-sizes.ts';
import { Release } from './release.ts';
import { startRenderer } from './renderer.ts';

export type Job = {
  root: string;
  content: string;
  out: string;
  /** Where parsed issues and printed pages are kept. */
  cache: string;
  /** The key that IndexNow asks the site for, if it has one. */
  indexNowKey: string | undefined;
};
export type Progress = { step: (text: string) => void; done: (text: string) => void };

/** How many pages are asked for at a time: enough to keep servers and compression busy. */
const AT_ONCE = 6;

/**
 * Brotli's best takes fifty times as long as its fifth quality to save a tenth, of a year's search shard or a
 * long feed hundreds of times as long. The addresses of a kind come newest or most read first: those at the
 * head of a kind are worth it, the long tail is not.
 */
const BEST_QUALITY = 11;
const GOOD_QUALITY = 5;
const BEST_ISSUES = 12;
const BEST_PAGES = 4;

/**
 * Builds the site, see `printSite`.
 * @throws Failure as that does, and where the disk is full or not to be written to
 */
export async function build(job: Job, progress: Progress): Promise<void> {
  try {
    await printSite(job, progress);
  } catch (error) {
    if (!hasCode(error, 'ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM')) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      `The site cannot be written (${reason}): make room there, or name other places with OUT_DIR and BUILD_CACHE.`,
      2,
    );
  }
}

/**
 * Builds the site: checks the content, compiles the code, has every address rendered whose page is not
 * kept from a build before, and puts the pages in place of the site before. An earlier `out` stays as it
 * is until that last step.
 * @throws Failure with the lines of `check`, with what Next said, or with the page that failed
 */
async function printSite(job: Job, progress: Progress): Promise<void> {
  const issues = new IssueCache(join(job.cache, 'issues'), await parserFingerprint(job.root));
  const { archive, errors, report } = await checkContent(job.content, { cache: issues });
  if (archive === undefined || errors > 0) throw new Failure(report);
  progress.done(report);
  progress.step('Compiling the code …');
  if (await compile(job.root)) progress.done('The code is compiled.');

  const pages = await fingerprinted(await codeFingerprints(job.root), archive);
  const stamp = await stampOf(job, archive, pages);
  if ((await Release.currentStamp(job.out)) === stamp) {
    progress.done(`Nothing has changed: ${pages.length} pages are in ${job.out}.`);
    return;
  }
  const release = await Release.begin(job.out, stamp);
  const forget = onInterrupt(() => release.discard());
  try {
    const cache = new PageCache(join(job.cache, 'pages'));
    const { sizes, rendered } = await print(
      job,
      release,
      { pages: cache, issues },
      pages,
      archive,
      progress,
    );
    await addFiles(job, release, archive);
    await release.publish();
    cache.prune();
    issues.prune();
    const reused = pages.length - rendered;
    progress.done(
      `${pages.length} pages are in ${job.out}: ${rendered} rendered, ${reused} kept.\n${sizes.table()}`,
    );
  } catch (error) {
    // What went wrong first is what to tell.
    await release.discard().catch((second: unknown) => console.error(second));
    throw error;
  } finally {
    forget();
  }
}

type Page = { address: Address; quality: number; fingerprint: string };

/** Every address with the hash of all that its file is a function of. */
async function fingerprinted(
  code: { pages: string; files: string },
  archive: Archive,
): Promise<Page[]> {
  const pages: Page[] = [];
  const counts = new Map<Address['kind'], number>();
  for (const address of addressesOf(archive)) {
    const { path, kind } = address;
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    const by = isFile(address) ? code.files : code.pages;
    const quality = count < worthBest(address) ? BEST_QUALITY : GOOD_QUALITY;
    const made = [by, quality, kind, path, address.props(), await readsOf(address, archive)];
    pages.push({ address, quality, fingerprint: fingerprintOf(made) });
  }
  return pages;
}

/** How many addresses of the kind of this one are compressed as well as can be. */
function worthBest(address: Address): number {
  if (isFile(address)) return 0;
  if (isPage(address) && !isListed(address)) return 0;
  return address.kind === 'issue' ? BEST_ISSUES : BEST_PAGES;
}

/** The hashes of the files that are written into an address's own; `null` for one that is not there. */
async function readsOf(address: Address, { readPublic }: Archive): Promise<(string | null)[]> {
  if (!isFile(address) || address.reads === undefined) return [];
  const hashes: (string | null)[] = [];
  for (const path of address.reads()) {
    const bytes = await readPublic(path);
    hashes.push(bytes === undefined ? null : hashOf(bytes));
  }
  return hashes;
}

/** What the whole output is a function of: every page, the redirects, the public files, the key. */
async function stampOf(job: Job, archive: Archive, pages: Page[]): Promise<string> {
  const { root, indexNowKey = '' } = job;
  const hash = createHash('sha256').update(indexNowKey);
  hash.update(await hashFiles(root, ['public'])).update(JSON.stringify(redirectsOf(archive)));
  for (const { fingerprint } of pages) hash.update(fingerprint);
  return hash.digest('hex').slice(0, 16);
}

/** Puts every page into the release, rendered where the cache does not hold it. */
async function print(
  job: Job,
  release: Release,
  caches: { pages: PageCache; issues: IssueCache },
  pages: readonly Page[],
  archive: Archive,
  progress: Progress,
) {
  const sizes = new PageSizes(pages.map(({ address }) => address));
  const missing: Page[] = [];
  for (const page of pages) {
    const kept = caches.pages.take(page.fingerprint, release.place(outputFile(page.address.path)));
    if (kept === undefined) missing.push(page);
    else sizes.add(page.address, kept);
  }
  const addresses = missing.map(({ address }) => address);
  await sweepSnapshots(job.cache);
  const snapshot = join(job.cache, `archive-${process.pid}.json`);
  await writeSnapshot(snapshot, archive, caches.issues);
  const forget = onInterrupt(() => rm(snapshot, { force: true }));
  const renderer = await startRenderer(job.root, snapshot, addresses);
  let printed = 0;
  const printPage = async ({ address, quality, fingerprint }: Page) => {
    const file = outputFile(address.path);
    const packed = await pack(file, await renderer.render(address), quality);
    sizes.add(address, caches.pages.keep(fingerprint, release.place(file), packed));
    printed += 1;
    progress.step(`Printing the pages: ${printed} of ${missing.length}`);
  };
  try {
    await eachOf(missing, AT_ONCE, printPage);
  } finally {
    await renderer.stop();
    await rm(snapshot, { force: true });
    forget();
  }
  return { sizes, rendered: missing.length };
}

/** Removes what builds left that were killed. */
async function sweepSnapshots(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const [, maker] = /^archive-(\d+)\.json$/.exec(name) ?? [];
    if (maker !== undefined && !isRunning(Number(maker)))
      await rm(join(cache, name), { force: true });
  }
}

/**
 * Does something with every value, so many at a time. After a failure nothing more is begun: it is thrown
 * when what was begun has ended.
 */
async function eachOf<Value>(
  values: readonly Value[],
  atOnce: number,
  run: (value: Value) => Promise<void>,
): Promise<void> {
  const queue = values.values();
  let failed = false;
  const work = async () => {
    for (const value of queue) {
      if (failed) return;
      await run(value).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: atOnce }, work));
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason;
}

async function addFiles(job: Job, release: Release, archive: Archive): Promise<void> {
  const { root, indexNowKey } = job;
  const publicFiles = (await listFiles(root, 'public')).map((file) => file.slice('public/'.length));
  for (const file of publicFiles) {
    await release.write(file, await readFile(join(root, 'public', file)));
  }
  const read = (path: string) => readFile(release.place(outputFile(path)), 'utf8');
  const version = await readVersion(root);
  for (const [file, content] of await hostFiles(archive, { version, publicFiles, read }))
    await release.write(file, content);
  if (indexNowKey !== undefined)
    await release.write(outputFile(paths.indexNowKey(indexNowKey)), indexNowKey);
}
