import * as paths from '#lib/site/browser-paths.ts';
import { ItemTools } from './item/item-tools.ts';
import { PrintPage } from './item/print-page.ts';
import { ReadAloudButton } from './item/read-aloud-button.ts';
import { define, whenReady } from './page/define.ts';
import { load } from './page/load.ts';
import { skipTransitionsAhead } from './page/transition.ts';
import { showCharacters } from './reader/characters.ts';
import { listenForKeys } from './reader/keys.ts';
import { ReaderSettings } from './reader/settings.ts';
import { markNewIssues } from './reader/visits.ts';
import { watchWords } from './reader/watch-words.ts';

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
