import { loadArchive } from '#lib/content/folder/load-archive.ts';
import { fileAt } from '#lib/views/addresses.ts';

export const dynamic = 'force-dynamic';

/**
 * Every public file made of the archive: the proxy leads `/sections/industry/feed.xml` here, to
 * `/files/sections/industry/feed.xml`, so that one handler serves what stands in many folders.
 */
export async function GET(_: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const { path } = await params;
  const file = fileAt(await loadArchive(), `/${path.join('/')}`);
  if (file === undefined) return new Response('Not found', { status: 404 });
  return new Response(await file.write(), { headers: { 'Content-Type': file.type } });
}
