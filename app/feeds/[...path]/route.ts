import { loadArchive } from '#lib/content/archive.ts';
import { feedFileAt } from '#lib/syndication/feed-files.ts';

export const dynamic = 'force-dynamic';

/**
 * Every feed and the list of them: the proxy leads `/sections/industry/feed.xml` here, to
 * `/feeds/sections/industry/feed.xml`, so that one handler serves what stands in many folders.
 */
export async function GET(_: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const { path } = await params;
  const file = feedFileAt(await loadArchive(), `/${path.join('/')}`);
  if (file === undefined) return new Response('Not found', { status: 404 });
  return new Response(file.text, { headers: { 'Content-Type': `${file.type}; charset=utf-8` } });
}
