import { paths } from '#lib/site/paths.ts';
import { define, whenReady } from './define.ts';
import { ItemTools } from './item-tools.ts';
import { listenForKeys } from './keys.ts';
import { load } from './load.ts';
import { ReaderSettings } from './settings.ts';
import { recall } from './store.ts';
import { markNewIssues } from './visits.ts';

define({ 'reader-settings': ReaderSettings, 'item-tools': ItemTools });

whenReady(() => {
  listenForKeys();
  markNewIssues();
  void markWatched();
});

// Without a secure context there is no service worker, and none on the server that renders for the press.
if ('serviceWorker' in navigator && document.querySelector('script[src^="/_next/"]') === null) {
  addEventListener('load', () => void navigator.serviceWorker.register(paths.serviceWorker()));
}

async function markWatched(): Promise<void> {
  const words = (recall('watch') ?? '').split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return;
  // Loaded on use: most readers watch for nothing.
  const watch = await load<typeof import('./watch.ts')>('watch');
  await watch.markWatched(words);
}
