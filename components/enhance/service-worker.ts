import { paths } from '#lib/site/paths.ts';

type Worker = typeof globalThis & {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};
type ExtendableEvent = Event & { waitUntil(work: Promise<unknown>): void };
type FetchEvent = ExtendableEvent & {
  request: Request;
  respondWith(answer: Promise<Response>): void;
};

const CACHE = 'dibao-1';
const NEWEST = 4;
const worker = globalThis as Worker;

worker.addEventListener('install', (event) => {
  (event as ExtendableEvent).waitUntil(keepNewest().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  (event as ExtendableEvent).waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))),
      )
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event as FetchEvent;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || pathname === paths.serviceWorker())
    return;
  (event as FetchEvent).respondWith(answer(request));
});

/** Keeps the front page, the newest issues on it, the page for no network and the scripts. */
async function keepNewest(): Promise<void> {
  const cache = await caches.open(CACHE);
  const front = await fetch(paths.home());
  const html = await front.clone().text();
  await cache.put(paths.home(), front);
  const issues = [...html.matchAll(/href="(\/issues\/\d{4}-\d{2}-\d{2})"/g)].map(
    ([, path = '']) => path,
  );
  const newest = [...new Set(issues)].slice(0, NEWEST);
  await cache.addAll([paths.offline(), paths.favicon(), paths.script('site'), ...newest]);
}

/** The network first, so that nothing stale is shown to whom has one; what is kept where there is none. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: request.mode === 'navigate' });
    if (kept !== undefined) return kept;
    const offline = request.mode === 'navigate' ? await cache.match(paths.offline()) : undefined;
    if (offline !== undefined) return offline;
    throw error;
  }
}
