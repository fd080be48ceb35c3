import { loadArchive } from '#lib/content/archive.ts';
import { searchShard } from '#lib/search/shards.ts';

export const dynamic = 'force-dynamic';

/** `/search/2025.json`: all items of a year, as search reads them. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  const shard = searchShard(await loadArchive(), file.replace(/\.json$/, ''));
  if (shard === undefined || !file.endsWith('.json'))
    return new Response('Not found', { status: 404 });
  return Response.json(shard);
}
