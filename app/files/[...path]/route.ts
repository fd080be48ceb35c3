import { loadArchive } from '#lib/content/folder/load-archive.ts';
import { fileAt } from '#lib/views/addresses.ts';

export const dynamic = 'force-dynamic';

/**
 * Answers with a public file that is made from the archive. `proxy.ts` rewrites `/sections/industry/feed.xml` to
 * `/files/sections/industry/feed.xml`, so that one route serves the files of many folders.
 */
export async function GET(_: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const { path } = await params;
  const file = fileAt(await loadArchive(), `/${path.join('/')}`);
  if (file === undefined) return new Response('Not found', { status: 404 });
  return new Response(await file.write(), { headers: { 'Content-Type': file.type } });
}
