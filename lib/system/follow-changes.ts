import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FSWatcher, watch } from 'chokidar';
import { areSame, identitiesBelow, identityOf } from './folder-identity.ts';

/**
 * How long a change may be in the making before it is looked at, in ms: an editor writes in steps, git in many. Of a
 * file that changes again within 50 ms chokidar tells the first change alone: by then it must not have been read.
 */
const SETTLE = 60;
/**
 * How often it is looked whether the folders themselves are still the ones that are watched, in ms. A folder that is
 * renamed or a link that leads elsewhere is no change below them, and nothing else tells of it.
 */
const LOOK_EVERY = 1000;

/** What was done first, a function that has the following done again, and one that ends it. */
type Following<First> = { first: First; again: () => void; end: () => Promise<void> };

/**
 * Does something first, and something after each change below some folders, once for changes that come together,
 * and one at a time: what was begun first would else end last. No change is missed from before the first on, also
 * where another folder takes the place of one. What it throws after a change is reported, and the next change is
 * awaited.
 * @param follow is given what the first was
 * @throws what the first throws
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
        // What was begun when it ended has lost what it worked with.
        if (ended) return;
        // In the middle of a rename the file may be gone for a moment; what comes next is reported.
        console.error(error instanceof Error ? error.message : error);
      });
  };
  const again = () => {
    if (ended) return;
    clearTimeout(timer);
    timer = setTimeout(next, SETTLE);
  };
  const watching = new Watching(folders, lookEvery, again);
  // chokidar takes a file that comes before it is ready for one that was there from the start.
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
 * Watches folders, and watches anew when another folder stands in the place of one of them or of one below them:
 * chokidar goes on with the old one, which may be anywhere, or with none.
 */
class Watching {
  readonly ready: Promise<void>;
  #watcher: FSWatcher | undefined;
  #identities = new Map<string, string | undefined>();
  #settling: NodeJS.Timeout | undefined;
  #looking: Promise<void>;
  #ended = false;
  readonly #interval: NodeJS.Timeout;

  /** @param onChange is called for each change, and when another folder has come to be watched */
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
    // chokidar watches a path once, also for several watchers: the old one has to let go of it first.
    await this.#watcher?.close();
    // Recorded before the watching begins: a folder that is exchanged meanwhile is found by the next look.
    this.#identities = identitiesBelow(this.folders);
    const watcher = watch([...this.folders], { ignoreInitial: true });
    this.#watcher = watcher;
    const ready = once(watcher, 'ready');
    watcher.on('all', this.onChange);
    watcher.on('addDir', (path) => {
      if (!this.#identities.has(path)) this.#identities.set(path, identityOf(path));
    });
    // Where one folder takes the place of another, chokidar may have nothing to tell but this.
    watcher.on('raw', () => this.#lookSoon());
    await ready;
    // chokidar says that it is ready a little too early.
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
      // It is looked again in a second.
      .catch((error: unknown) => console.error(error));
  }
}
