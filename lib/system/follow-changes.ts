import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FSWatcher, watch } from 'chokidar';
import { areSame, identitiesBelow, identityOf } from './folder-identity.ts';

/**
 * The wait after a change before it is handled, in ms. Editors write a file in several steps, git writes many files.
 * And if a file changes twice within 50 ms, chokidar reports only the first change, so it must not be read before.
 */
const SETTLE = 60;
/**
 * How often it is checked whether the watched folders are still the same, in ms. If a folder is renamed, or a link gets
 * another target, chokidar reports nothing.
 */
const LOOK_EVERY = 1000;

/** `first` is what `doFirst` returned; `again` acts as if there were a change; `end` ends the watching. */
type Following<First> = { first: First; again: () => void; end: () => Promise<void> };

/**
 * Calls `doFirst`, and then `follow` after each change below some folders. Changes that come together lead to one call,
 * and no call begins before the one before it has ended. No change is missed, from the beginning of `doFirst` on, not
 * even when another folder takes the place of a watched one. An error of `follow` is printed, and the watching goes on.
 * @param follow gets what `doFirst` returned
 * @throws what `doFirst` throws
 */
export async function followChanges<First>(
  folders: readonly string[],
  doFirst: () => Promise<First>,
  follow: (first: First) => Promise<void>,
  lookEvery = LOOK_EVERY,
): Promise<Following<First>> {
  let timer: NodeJS.Timeout | undefined;
  let following = Promise.resolve();
  let ended = false;
  const next = () => {
    following = following
      .then(async () => follow(await done))
      .catch((error: unknown) => {
        // `end` may have closed what a call was working with.
        if (ended) return;
        // During a rename a file may be missing for a moment. The rename leads to another change and another call.
        console.error(error instanceof Error ? error.message : error);
      });
  };
  const again = () => {
    if (ended) return;
    clearTimeout(timer);
    timer = setTimeout(next, SETTLE);
  };
  const watching = new Watching(folders, lookEvery, again);
  // chokidar reports no change before it is ready.
  const done = watching.ready.then(doFirst);
  const end = async () => {
    ended = true;
    clearTimeout(timer);
    await watching.end();
  };
  try {
    return { first: await done, again, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/**
 * Watches folders. When another folder takes the place of one of them, or of a folder below them, it starts a new
 * watcher, because chokidar would go on watching the old folder or nothing.
 */
class Watching {
  readonly ready: Promise<void>;
  #watcher: FSWatcher | undefined;
  #identities = new Map<string, string | undefined>();
  #settling: NodeJS.Timeout | undefined;
  #looking: Promise<void>;
  #ended = false;
  readonly #interval: NodeJS.Timeout;

  /** @param onChange is called for each change, and when another folder is watched from now on */
  constructor(
    readonly folders: readonly string[],
    lookEvery: number,
    readonly onChange: () => void,
  ) {
    this.ready = this.#begin();
    this.#looking = this.ready;
    this.#interval = setInterval(() => {
      const isMoved = folders.some((path) => identityOf(path) !== this.#identities.get(path));
      if (isMoved) this.#look();
    }, lookEvery);
  }

  async end(): Promise<void> {
    this.#ended = true;
    clearInterval(this.#interval);
    clearTimeout(this.#settling);
    await this.#looking;
    await this.#watcher?.close();
  }

  async #begin(): Promise<void> {
    // Several watchers of chokidar share one watch of a path, so the old watcher has to be closed first.
    await this.#watcher?.close();
    // Read before the watching begins: if a folder is replaced meanwhile, the next check finds it.
    this.#identities = identitiesBelow(this.folders);
    const watcher = watch([...this.folders], { ignoreInitial: true });
    this.#watcher = watcher;
    const ready = once(watcher, 'ready');
    watcher.on('all', this.onChange);
    watcher.on('addDir', (path) => {
      if (!this.#identities.has(path)) this.#identities.set(path, identityOf(path));
    });
    // When one folder takes the place of another, this may be the only event.
    watcher.on('raw', () => this.#lookSoon());
    await ready;
    // chokidar emits `ready` a little too early.
    await sleep(SETTLE);
    this.#lookSoon();
  }

  #lookSoon(): void {
    clearTimeout(this.#settling);
    if (!this.#ended) this.#settling = setTimeout(() => this.#look(), SETTLE);
  }

  #look(): void {
    this.#looking = this.#looking
      .then(async () => {
        if (this.#ended || areSame(this.#identities)) return;
        await this.#begin();
        this.onChange();
      })
      // There is another check in a second.
      .catch((error: unknown) => console.error(error));
  }
}
