import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Archive } from '#lib/content/archive.ts';
import { outputFile } from '#lib/site/paths.ts';
import { isFile } from '#lib/views/addresses.ts';
import { pack } from './compress.ts';
import type { PageCache } from './page-cache.ts';
import { oneOfEachKind, type Page } from './page-list.ts';
import { PageSizes } from './page-sizes.ts';
import type { Release } from './release.ts';
import type { Render, Renderer } from './renderer.ts';
import { inTurns } from './turns.ts';

/**
 * How many pages are asked for at a time. One comes in a few pieces, each of which waits for this process to have
 * done with something else: with fewer the servers would wait as well.
 */
const PAGES_AT_ONCE = 24;
/** Of few pages the first come sooner, and are compressed while the others are rendered. */
const OF_FEW_AT_ONCE = 6;
/** How many files are written meanwhile: so few that a page which has come waits for no more than these. */
const FILES_AT_ONCE = 2;

/** So few pages are rendered in no time. */
const FEW = 50;

/** What a site is printed with. */
export type Printing = {
  archive: Archive;
  release: Release;
  kept: PageCache;
  renderer: Renderer;
  /** Until the code is compiled nothing can be rendered. */
  compiled: Promise<void>;
  /** Told after each page how many of those that are missing have been printed. */
  tell: (printed: number, missing: number) => void;
};

/**
 * Puts every page into the release: those that are kept, then what is missing. The files among these need no
 * server, so they are written while the code is still being compiled.
 * @returns the sizes of all, and how many were missing
 */
export async function print(
  { archive, release, kept, renderer, compiled, tell }: Printing,
  pages: readonly Page[],
): Promise<{ sizes: PageSizes; missing: number }> {
  const sizes = new PageSizes(pages.map(({ address }) => address));
  const unknown = pages.filter((page) => !isWritten(page) && !kept.has(page.fingerprint)).length;
  // Servers start while what is kept is looked at.
  renderer.prepare(archive, unknown, compiled);
  const missing: Page[] = [];
  for await (const page of inTurns(pages)) {
    const found = kept.take(page.fingerprint, release, outputFile(page.address.path));
    if (found === undefined) missing.push(page);
    else sizes.add(page.address, found);
  }
  const rendered = missing.filter((page) => !isWritten(page));
  // Of two cores the servers have one and this process the other, as long as there are pages to render.
  const hasCore = availableParallelism() > 2 || rendered.length < FEW;
  const atOnce = rendered.length < FEW ? OF_FEW_AT_ONCE : PAGES_AT_ONCE;
  let printed = 0;
  const run = new Run();
  const printAll = (some: readonly Page[], atOnce: number, render: Render) =>
    run.each(some, atOnce, async ({ address, quality, fingerprint }) => {
      const file = outputFile(address.path);
      const packed = await pack(file, await render(address), quality, hasCore);
      sizes.add(address, kept.keep(fingerprint, release, file, packed));
      printed += 1;
      tell(printed, missing.length);
    });
  const renderAll = async () => {
    await compiled;
    if (rendered.length > 0 && !run.failed)
      await printAll(rendered, atOnce, await renderer.ready(archive, rendered.length));
  };
  await run.all([
    renderAll(),
    printAll(longestFirst(missing.filter(isWritten)), FILES_AT_ONCE, write),
  ]);
  return { sizes, missing: missing.length };
}

/**
 * Makes one page or file of each kind and keeps none: a process takes several times as long for the first as for the
 * next. It ends early when it is no more to go on.
 */
export async function rehearse(
  pages: readonly Page[],
  rendering: Promise<Render>,
  goesOn: () => boolean,
): Promise<void> {
  const render = await rendering;
  for (const page of oneOfEachKind(pages)) {
    if (!goesOn()) return;
    const { address, quality } = page;
    const made = await (isWritten(page) ? write : render)(address);
    await pack(outputFile(address.path), made, quality);
    await nextTurn();
  }
}

function isWritten({ address }: Page): boolean {
  return isFile(address);
}

/** While a book is bound, or a card drawn, no page is taken from the servers: that is done before they have any. */
function longestFirst(files: readonly Page[]): Page[] {
  const takesLong = ({ address: { kind } }: Page) => Number(kind === 'edition' || kind === 'card');
  return files.toSorted((a, b) => takesLong(b) - takesLong(a));
}

/** A file is written by the very function that a server would call. */
const write: Render = async (address) => {
  if (!isFile(address)) throw new Error(`${address.path} has to be rendered`);
  return address.write();
};

/** Work in several hands: after a failure nothing more is begun, and it is thrown when what was begun has ended. */
class Run {
  failed = false;

  async all(works: readonly Promise<void>[]): Promise<void> {
    const watched = works.map((work) =>
      work.catch((error: unknown) => {
        this.failed = true;
        throw error;
      }),
    );
    for (const work of await Promise.allSettled(watched))
      if (work.status === 'rejected') throw work.reason;
  }

  /** Does something with every value, so many at a time. */
  async each<Value>(
    values: readonly Value[],
    atOnce: number,
    run: (value: Value) => Promise<void>,
  ): Promise<void> {
    const queue = values.values();
    const work = async () => {
      for (const value of queue) {
        if (this.failed) return;
        await run(value);
        // What is done without waiting would else keep this process from hearing that the code is compiled, and
        // the servers from being asked.
        await nextTurn();
      }
    };
    await this.all(Array.from({ length: atOnce }, work));
  }
}
