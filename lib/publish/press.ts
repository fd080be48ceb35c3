import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '#lib/content/archive.ts';
import { checkContent } from '#lib/editor/check.ts';
import { Failure } from '#lib/site/failure.ts';
import { outputFile, paths } from '#lib/site/paths.ts';
import { type Address, addressesOf, isFile, isPage } from '#lib/views/addresses.ts';
import { compile } from './compile.ts';
import { codeFingerprint, hashFiles, listFiles } from './fingerprint.ts';
import { headersFile, redirectsFile } from './host-files.ts';
import { onInterrupt } from './interrupt.ts';
import { leanHtml } from './lean-html.ts';
import { type NextServer, startNext } from './next-process.ts';
import { Release } from './release.ts';

export type Job = {
  root: string;
  content: string;
  out: string;
  /** The key that IndexNow asks the site for, if it has one. */
  indexNowKey: string | undefined;
};
export type Progress = { step: (text: string) => void; done: (text: string) => void };

/** How many pages are asked of the server at a time: enough to keep it and the compression busy. */
const AT_ONCE = 4;

/**
 * Brotli's quality for feeds: there are more of them than pages, each of them large and soon another, and
 * its best takes ten times as long to save a twentieth.
 */
const FEED_QUALITY = 9;

/**
 * Builds the site: checks the content, compiles the code, has every address rendered, and puts the
 * pages in place of the site before. An earlier `out` stays as it is until that last step.
 * @throws Failure with the lines of `check`, with what Next said, or with the page that failed
 */
export async function build(job: Job, progress: Progress): Promise<void> {
  const { archive, errors, report } = await checkContent(job.content);
  if (archive === undefined || errors > 0) throw new Failure(report);
  progress.done(report);
  progress.step('Compiling the code …');
  if (await compile(job.root)) progress.done('The code is compiled.');

  const addresses = addressesOf(archive);
  const stamp = await stampOf(job, archive, addresses);
  if ((await Release.currentStamp(job.out)) === stamp) {
    progress.done(`Nothing has changed: ${addresses.length} pages are in ${job.out}.`);
    return;
  }
  const release = await Release.begin(job.out, stamp);
  const forget = onInterrupt(() => release.discard());
  try {
    const sizes = await print(job, release, addresses, archive.site.origin, progress);
    await addFiles(job, release, archive);
    await release.publish();
    progress.done(`${addresses.length} pages are in ${job.out}.\n${sizes.table()}`);
  } catch (error) {
    // What went wrong first is what to tell.
    await release.discard().catch((second: unknown) => console.error(second));
    throw error;
  } finally {
    forget();
  }
}

/** What the whole output is a function of: the code, the props of every page, the public files, the key. */
async function stampOf(job: Job, archive: Archive, addresses: Address[]): Promise<string> {
  const { root, indexNowKey = '' } = job;
  const hash = createHash('sha256');
  hash.update(await codeFingerprint(root)).update(await hashFiles(root, ['public']));
  hash.update(JSON.stringify(archive.redirects)).update(indexNowKey);
  for (const { path, props } of addresses) hash.update(path).update(JSON.stringify(props()));
  return hash.digest('hex').slice(0, 16);
}

async function print(
  job: Job,
  release: Release,
  addresses: Address[],
  origin: string,
  progress: Progress,
) {
  const sizes = new PageSizes(addresses);
  const server = await startNext(job.root, job.content, origin);
  const queue = addresses.values();
  let printed = 0;
  let failed = false;
  const printPage = async (address: Address) => {
    const quality = address.kind === 'feed' ? FEED_QUALITY : undefined;
    const content = await contentOf(address);
    sizes.add(address, await release.write(outputFile(address.path), content, quality));
    printed += 1;
    progress.step(`Printing the pages: ${printed} of ${addresses.length}`);
  };
  // A file is written by the very function that the server calls; only a page needs the server.
  const contentOf = async (address: Address) => {
    if (isFile(address)) return address.write();
    const rendered = await render(server, address);
    return isPage(address) ? lean(address, rendered) : rendered;
  };
  const work = async () => {
    for (const address of queue) {
      // One failure is enough to know that there will be no site.
      if (failed) return;
      await printPage(address).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  try {
    const workers = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
    for (const worker of workers) if (worker.status === 'rejected') throw worker.reason;
  } finally {
    await server.stop();
  }
  return sizes;
}

/** What stands at an address as Next renders it. */
async function render(server: NextServer, { path, kind }: Address): Promise<string> {
  const expected = kind === 'not found' ? 404 : 200;
  const tell = (what: string) =>
    new Failure(`${path} ${what}; the server said:\n${server.output().trim()}`);
  const response = await fetch(server.origin + path, { redirect: 'manual' }).catch(
    (error: unknown) => {
      if (error instanceof TypeError)
        throw tell(`was not answered (${error.cause ?? error.message})`);
      throw error;
    },
  );
  const page = await response.text();
  if (response.status === expected) return page;
  throw tell(`answered ${response.status} instead of ${expected}`);
}

function lean({ path }: Address, rendered: string): string {
  try {
    return leanHtml(rendered);
  } catch (error) {
    throw new Failure(
      `${path} cannot be printed: ${error instanceof Error ? error.message : error}`,
    );
  }
}

async function addFiles(job: Job, release: Release, archive: Archive): Promise<void> {
  const { root, indexNowKey } = job;
  for (const file of await listFiles(join(root, 'public'), '')) {
    await release.write(file, await readFile(join(root, 'public', file)));
  }
  await release.write('_headers', headersFile());
  await release.write('_redirects', redirectsFile(archive));
  if (indexNowKey !== undefined)
    await release.write(outputFile(paths.indexNowKey(indexNowKey)), indexNowKey);
}

/** The largest page of each kind. */
class PageSizes {
  readonly #largest = new Map<
    Address['kind'],
    { path: string; bytes: number; brotli: number; pages: number }
  >();

  /** Kinds are told in the order in which the addresses name them. */
  constructor(addresses: readonly Address[]) {
    for (const { kind, path } of addresses) {
      this.#largest.set(kind, { path, bytes: 0, brotli: 0, pages: 0 });
    }
  }

  add({ kind, path }: Address, { bytes, brotli }: { bytes: number; brotli: number }): void {
    const largest = this.#largest.get(kind);
    const pages = (largest?.pages ?? 0) + 1;
    if (largest === undefined || bytes > largest.bytes) {
      this.#largest.set(kind, { path, bytes, brotli, pages });
    } else largest.pages = pages;
  }

  table(): string {
    const rows = [...this.#largest].map(([kind, { path, bytes, brotli, pages }]) =>
      [
        kind.padEnd(12),
        String(pages).padStart(5),
        `${String(bytes).padStart(7)} bytes`,
        `${String(brotli).padStart(6)} in brotli`,
        decodeURI(path),
      ].join('  '),
    );
    return ['type         pages  the largest of them', ...rows].join('\n');
  }
}
