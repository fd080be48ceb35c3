import { once } from 'node:events';
import { watch } from 'chokidar';

/**
 * How long a change may be in the making before it is looked at, in ms: an editor writes in steps, git in many. Of a
 * file that changes again within 50 ms chokidar tells the first change alone: by then it must not have been read.
 */
const SETTLE = 60;

/** What was done first, and a function that ends the following. */
type Following<First> = { first: First; end: () => Promise<void> };

/**
 * Does something first, and something after each change below some folders, once for changes that come together,
 * and one at a time: what was begun first would else end last. No change is missed from before the first on. What
 * it throws after a change is reported, and the next change is awaited.
 * @param follow is given what the first was
 * @throws what the first throws
 */
export async function followChanges<First>(
  folders: readonly string[],
  doFirst: () => Promise<First>,
  follow: (first: First) => Promise<void>,
): Promise<Following<First>> {
  const watcher = watch([...folders], { ignoreInitial: true });
  // Until it has seen what is there, it takes a change for that.
  const done = once(watcher, 'ready').then(doFirst);
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
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(next, SETTLE);
  });
  const end = async () => {
    ended = true;
    clearTimeout(timer);
    await watcher.close();
  };
  try {
    return { first: await done, end };
  } catch (error) {
    await end();
    throw error;
  }
}
