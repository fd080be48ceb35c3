import { watch } from 'chokidar';

/** How long a change may be in the making before it is looked at, in ms: an editor writes in steps, git in many. */
const SETTLE = 40;

/**
 * Does something after each change below some folders, once for changes that come together, and one at a time:
 * what was begun first would else end last. What it throws is told, and the next change is awaited.
 * @returns a function that ends it
 */
export function followChanges(
  folders: readonly string[],
  follow: () => Promise<void>,
): () => Promise<void> {
  const watcher = watch([...folders], { ignoreInitial: true });
  let timer: NodeJS.Timeout | undefined;
  let following = Promise.resolve();
  let ended = false;
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      following = following.then(follow).catch((error: unknown) => {
        // What was begun when it ended has lost what it worked with.
        if (ended) return;
        // In the middle of a rename the file may be gone for a moment; what comes next is told.
        console.error(error instanceof Error ? error.message : error);
      });
    }, SETTLE);
  });
  return async () => {
    ended = true;
    clearTimeout(timer);
    await watcher.close();
  };
}
