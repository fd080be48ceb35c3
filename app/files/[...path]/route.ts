import { loadArchive } from '#lib/content/folder/load-archive.ts';
import { fileAt } from '#lib/views/addresses.ts';

export const dynamic = 'force-dynamic';

/**
 * Serves feeds, editions, calendars and all other public files that are not pages. Their addresses are in many folders,
 * and Next has a route for each folder. So `proxy.ts` rewrites the address `/sections/industry/feed.xml` to
 * `/files/sections/industry/feed.xml`, and this one route serves them all.
 */
export async function GET(_: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const { path } = await params;
  const file = fileAt(await loadArchive(), `/${path.join('/')}`);
  if (file === undefined) return new Response('Not found', { status: 404 });
  return new Response(await file.write(), { headers: { 'Content-Type': file.type } });
}
