import * as paths from '#lib/site/browser-paths.ts';
import { markKept } from './find/kept.ts';

type Worker = typeof globalThis & {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void>; matchAll(): Promise<{ url: string }[]> };
};
type ExtendableEvent = Event & { waitUntil(work: Promise<unknown>): void };
type FetchEvent = ExtendableEvent & {
  request: Request;
  respondWith(answer: Promise<Response>): void;
};

const CACHE = 'dibao-3';
const NEWEST = 4;
/** How long to wait for a page from the network before the cached one is shown, in ms. */
const PATIENCE = 4000;
/** What is cached on the first visit, so that it works without a network. */
const ALWAYS = [
  paths.offline(),
  paths.search(),
  paths.clipping(),
  paths.favicon(),
  paths.script('site'),
  paths.script('settings-panel'),
  paths.script('press-key'),
  paths.script('search'),
  paths.script('search-worker'),
  paths.script('clipping'),
];
const worker = globalThis as Worker;

worker.addEventListener('install', (event) => {
  (event as ExtendableEvent).waitUntil(cacheFirst().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  (event as ExtendableEvent).waitUntil(takeOver());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event as FetchEvent;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || pathname === paths.serviceWorker())
    return;
  // A page is the same with every query: only scripts in the browser read the query.
  const key = request.mode === 'navigate' ? pathname : request.url;
  const fetched = fetch(request).then((response) => ({ response, copy: response.clone() }));
  const cached = fetched.then(({ response, copy }) => (response.ok ? store(key, copy) : undefined));
  (event as FetchEvent).waitUntil(cached.catch(ignoreOffline));
  const response = fetched.then((both) => both.response);
  (event as FetchEvent).respondWith(answer(request, key, response));
});

/** Caches the front page, the newest issues on it, and the files of `ALWAYS`. */
async function cacheFirst(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(ALWAYS);
  await store(paths.home(), await fetch(paths.home()));
}

/** Removes the caches of earlier versions of this worker, and caches the pages that are open now. */
async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
  await worker.clients.claim();
  const pages = (await worker.clients.matchAll()).map(({ url }) => new URL(url).pathname);
  for (const path of new Set(pages)) {
    const response = await fetch(path);
    if (response.ok) await store(path, response);
  }
}

/** Caches an answer if there is room. With the front page, the newest issues are cached too. */
async function store(key: string, response: Response): Promise<void> {
  const cache = await caches.open(CACHE);
  const html = key === paths.home() ? await response.clone().text() : '';
  try {
    await cache.put(key, response);
    const links = html.matchAll(/href="(\/issues\/\d{4}-\d{2}-\d{2})"/g);
    const issues = [...new Set(Array.from(links, ([, path = '']) => path))].slice(0, NEWEST);
    for (const path of issues) if (!(await cache.match(path))) await cache.add(path);
  } catch (error) {
    // There is no room, or storage is forbidden. The reader still gets the page from the network.
    if (!(error instanceof DOMException)) ignoreOffline(error);
  }
}

/** Answers from the network, so that the reader gets the current page; from the cache where there is no network. */
async function answer(
  request: Request,
  key: string,
  response: Promise<Response>,
): Promise<Response> {
  const isPage = request.mode === 'navigate';
  const cached = await caches.match(key);
  try {
    if (cached === undefined || !isPage) return await response;
    const late = new Promise<Response>((resolve) => setTimeout(resolve, PATIENCE, cached));
    return await Promise.race([response, late]);
  } catch (error) {
    ignoreOffline(error);
    if (cached !== undefined && !isPage) return markKept(cached);
    const instead = cached ?? (isPage ? await caches.match(paths.offline()) : undefined);
    return instead ?? Response.error();
  }
}

/** `fetch` throws a `TypeError` when there is no network. Any other error is a bug, and is thrown on. */
function ignoreOffline(error: unknown): void {
  if (!(error instanceof TypeError)) throw error;
}
