import { type NextRequest, NextResponse } from 'next/server';
import { loadArchive } from '#lib/content/folder/load-archive.ts';
import { previewScript } from '#lib/site/browser-paths.ts';
import { paths } from '#lib/site/paths.ts';
import { isDecodable, redirectFrom } from '#lib/site/redirects.ts';
import { isLoopbackHost, notLoopback } from '#lib/system/loopback.ts';
import { addressAt, fileAt, isFile, isPage } from '#lib/views/addresses.ts';
import { redirectsOf } from '#lib/views/redirects.ts';

/** Next's own files too: those of a preview are for this machine alone. */
export const config = { matcher: '/:path*' };
const NEXT = '/_next/';

/** Where the route stands that answers for every file made of the archive. */
const FILES = '/files/';

/**
 * Leads an old address on, and one that is no page to the page that says so. A route's own `notFound()`
 * would answer with a body that only scripts fill (vercel/next.js#62228); an address that no route
 * matches is answered in full.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  // A page elsewhere whose name is made to lead to this machine could read the drafts (DNS rebinding).
  if (isPreview() && !isLoopbackHost(request.headers.get('host')))
    return new NextResponse(notLoopback, { status: 403 });
  if (pathname.startsWith(NEXT)) return NextResponse.next();
  if (!isDecodable(pathname))
    return new NextResponse('The address is malformed.\n', { status: 400 });
  const archive = await loadArchive().catch(answerInPreview);
  // The preview's own script tells the faults, and opens the page again once they are mended.
  if (pathname === paths.script(previewScript)) return NextResponse.next();
  if (archive instanceof NextResponse) return archive;
  const address = addressAt(archive, pathname);
  if (address !== undefined && isFile(address)) {
    return NextResponse.rewrite(new URL(FILES + pathname.slice(1), request.url));
  }
  if (address !== undefined && isPage(address)) return NextResponse.next();
  // Where the server goes by another name than it was asked by, Next leads a request on by asking itself.
  if (pathname.startsWith(FILES) && fileAt(archive, pathname.slice(FILES.length - 1)) !== undefined)
    return NextResponse.next();
  const to = redirectFrom(pathname, redirectsOf(archive));
  if (to !== undefined) return NextResponse.redirect(new URL(to, request.url), 308);
  // A file has a dot in its name, a page of ours never.
  if (pathname.includes('.')) return NextResponse.next();
  return NextResponse.rewrite(new URL(paths.notFound(), request.url));
}

/** In an editor's preview, a page that says why there is none; elsewhere the fault is thrown on. */
function answerInPreview(error: unknown): NextResponse {
  if (!isPreview()) throw error;
  const reason = error instanceof Error ? error.message : String(error);
  const script = `<script type="module" src="${paths.script(previewScript)}" data-events="${process.env.PREVIEW_EVENTS}"></script>`;
  return new NextResponse(
    `<!doctype html><meta charset="utf-8"><pre>${reason.replaceAll('<', '&lt;')}</pre>${script}`,
    {
      status: 500,
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
    },
  );
}

function isPreview(): boolean {
  const { NODE_ENV, PREVIEW_EVENTS } = process.env;
  return NODE_ENV === 'development' && PREVIEW_EVENTS !== undefined;
}
