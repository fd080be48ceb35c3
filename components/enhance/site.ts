import * as paths from '#lib/site/browser-paths.ts';
import { showCharacters } from './characters.ts';
import { define, whenReady } from './define.ts';
import { ItemTools } from './item-tools.ts';
import { listenForKeys } from './keys.ts';
import { load } from './load.ts';
import { PrintPage } from './print-page.ts';
import { ReadAloudButton } from './read-aloud-button.ts';
import { ReaderSettings } from './settings.ts';
import { skipTransitionsAhead } from './transition.ts';
import { markNewIssues } from './visits.ts';
import { watchWords } from './watch-words.ts';

define({
  'reader-settings': ReaderSettings,
  'item-tools': ItemTools,
  'print-page': PrintPage,
  'read-aloud': ReadAloudButton,
});

whenReady(() => {
  void showCharacters();
  if (document.querySelector('sort-table') !== null) void load('sort-table');
  listenForKeys();
  skipTransitionsAhead();
  whenShown(markNewIssues);
  if (watchWords().length > 0) void markWatched();
  addEventListener('watch', () => void markWatched());
});

// There are no service workers outside of secure contexts, and none is wanted where Next serves the page.
if ('serviceWorker' in navigator && document.querySelector('script[src^="/_next/"]') === null) {
  addEventListener('load', () => void navigator.serviceWorker.register(paths.serviceWorker()));
}

async function markWatched(): Promise<void> {
  // Loaded on use, because most readers have no watch words.
  const watch = await load<typeof import('./watch.ts')>('watch');
  await watch.markWatched(watchWords());
}

/** Calls a function when the page is shown. A page that was rendered before the click may never be shown. */
function whenShown(run: () => void): void {
  if ('prerendering' in document && document.prerendering === true) {
    document.addEventListener('prerenderingchange', run, { once: true });
  } else run();
}
