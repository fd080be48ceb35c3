const HEADER = 'dibao-kept';

/** Marks an answer that the service worker gives from what it keeps, because there is no network. */
export function markKept(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set(HEADER, '1');
  return new Response(response.body, { status: response.status, headers });
}

/** Whether an answer is one that the service worker keeps. */
export function isKept(response: Response): boolean {
  return response.headers.has(HEADER);
}

/** Whether an answer is kept for an address. Without a service worker nothing is. */
export async function hasKept(path: string): Promise<boolean> {
  // There is no cache outside of secure contexts.
  return 'caches' in globalThis && (await caches.match(path)) !== undefined;
}
