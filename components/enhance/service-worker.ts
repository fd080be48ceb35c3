import * as paths from '#lib/site/browser-paths.ts';

type Worker = typeof globalThis & {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void>; matchAll(): Promise<{ url: string }[]> };
};
type ExtendableEvent = Event & { waitUntil(work: Promise<unknown>): void };
type FetchEvent = ExtendableEvent & {
  request: Request;
  respondWith(answer: Promise<Response>): void;
};

const CACHE = 'dibao-2';
const NEWEST = 4;
/** How long a page may be on its way before the one that is kept is shown, in ms. */
const PATIENCE = 4000;
/** What works without a network from the first visit on. */
const ALWAYS = [
  paths.offline(),
  paths.search(),
  paths.clipping(),
  paths.favicon(),
  paths.script('site'),
  paths.script('settings-panel'),
  paths.script('search'),
  paths.script('search-worker'),
  paths.script('clipping'),
];
const worker = globalThis as Worker;

worker.addEventListener('install', (event) => {
  (event as ExtendableEvent).waitUntil(keepFirst().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  (event as ExtendableEvent).waitUntil(takeOver());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event as FetchEvent;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || pathname === paths.serviceWorker())
    return;
  // A page is the same whatever is asked of it: the browser answers what stands behind the `?`.
  const key = request.mode === 'navigate' ? pathname : request.url;
  const fetched = fetch(request).then((response) => ({ response, copy: response.clone() }));
  const kept = fetched.then(({ response, copy }) => (response.ok ? keep(key, copy) : undefined));
  (event as FetchEvent).waitUntil(kept.catch(ignoreOffline));
  const response = fetched.then((both) => both.response);
  (event as FetchEvent).respondWith(answer(request, key, response));
});

/** Keeps the front page, the newest issues on it and what always works. */
async function keepFirst(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(ALWAYS);
  await keep(paths.home(), await fetch(paths.home()));
}

/** Throws away what former workers kept, and keeps the pages that were open before there was a worker. */
async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
  await worker.clients.claim();
  const pages = (await worker.clients.matchAll()).map(({ url }) => new URL(url).pathname);
  for (const path of new Set(pages)) {
    const response = await fetch(path);
    if (response.ok) await keep(path, response);
  }
}

/** Keeps an answer where there is room; with the front page come the newest issues. */
async function keep(key: string, response: Response): Promise<void> {
  const cache = await caches.open(CACHE);
  const html = key === paths.home() ? await response.clone().text() : '';
  try {
    await cache.put(key, response);
    const links = html.matchAll(/href="(\/issues\/\d{4}-\d{2}-\d{2})"/g);
    const issues = [...new Set(Array.from(links, ([, path = '']) => path))].slice(0, NEWEST);
    for (const path of issues) if (!(await cache.match(path))) await cache.add(path);
  } catch (error) {
    // No room, or none for us: the reader has the page all the same, only not without a network.
    if (!(error instanceof DOMException)) ignoreOffline(error);
  }
}

/** The network first, so that nothing stale is shown to whom has one; what is kept where there is none. */
async function answer(
  request: Request,
  key: string,
  response: Promise<Response>,
): Promise<Response> {
  const isPage = request.mode === 'navigate';
  const kept = await caches.match(key);
  try {
    if (kept === undefined || !isPage) return await response;
    const late = new Promise<Response>((resolve) => setTimeout(resolve, PATIENCE, kept));
    return await Promise.race([response, late]);
  } catch (error) {
    ignoreOffline(error);
    const instead = kept ?? (isPage ? await caches.match(paths.offline()) : undefined);
    return instead ?? Response.error();
  }
}

/** `fetch` says with a `TypeError` that there is no network; anything else is a fault of ours. */
function ignoreOffline(error: unknown): void {
  if (!(error instanceof TypeError)) throw error;
}
