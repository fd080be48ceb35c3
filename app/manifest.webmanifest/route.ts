import { loadArchive } from '#lib/content/archive.ts';
import { manifestOf } from '#lib/views/tools.ts';

export const dynamic = 'force-dynamic';

export async function GET() {
  const headers = { 'Content-Type': 'application/manifest+json' };
  return Response.json(manifestOf(await loadArchive()), { headers });
}
