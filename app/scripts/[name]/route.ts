import { previewScript, scriptNames } from '#lib/site/browser-paths.ts';
import { scriptResponse } from '../script-response.ts';

export const dynamic = 'force-dynamic';

/** `/scripts/site.js`: a script of the site. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }) {
  const file = (await params).name;
  const names =
    process.env.NODE_ENV === 'development' ? [...scriptNames, previewScript] : scriptNames;
  const name = names.find((known) => `${known}.js` === file);
  return name === undefined ? new Response('Not found', { status: 404 }) : scriptResponse(name);
}
