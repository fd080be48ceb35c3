import { type NextRequest, NextResponse } from 'next/server';
import { loadArchive } from '#lib/content/folder/load-archive.ts';
import { previewScript } from '#lib/site/browser-paths.ts';
import { paths } from '#lib/site/paths.ts';
import { isDecodable, redirectFrom } from '#lib/site/redirects.ts';
import { isLoopbackHost, notLoopback } from '#lib/system/loopback.ts';
import { addressAt, fileAt, isFile, isPage } from '#lib/views/addresses.ts';
import { redirectsOf } from '#lib/views/redirects.ts';

/** All requests, those for Next's own files too: a preview must answer only on this machine. */
export const config = { matcher: '/:path*' };
const NEXT = '/_next/';

/** The route `app/files`, which makes every public file that is no page. */
const FILES = '/files/';

/**
 * Runs before every route. It redirects old addresses, and sends unknown ones to the 404 page: a route's own
 * `notFound()` would answer with a body that only scripts fill (vercel/next.js#62228), but the answer for an address
 * that no route matches is complete.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  // DNS rebinding: another site could make its name point to this machine, and read the drafts.
  if (isPreview() && !isLoopbackHost(request.headers.get('host')))
    return new NextResponse(notLoopback, { status: 403 });
  if (pathname.startsWith(NEXT)) return NextResponse.next();
  if (!isDecodable(pathname))
    return new NextResponse('The address is malformed.\n', { status: 400 });
  const archive = await loadArchive().catch(answerInPreview);
  // The preview's script is sent even if there is no archive: it shows the faults, and reloads when they are mended.
  if (pathname === paths.script(previewScript)) return NextResponse.next();
  if (archive instanceof NextResponse) return archive;
  const address = addressAt(archive, pathname);
  if (address !== undefined && isFile(address)) {
    return NextResponse.rewrite(new URL(FILES + pathname.slice(1), request.url));
  }
  if (address !== undefined && isPage(address)) return NextResponse.next();
  // If the server's own name differs from the requested host, Next sends a rewritten request to itself once more.
  if (pathname.startsWith(FILES) && fileAt(archive, pathname.slice(FILES.length - 1)) !== undefined)
    return NextResponse.next();
  const to = redirectFrom(pathname, redirectsOf(archive));
  if (to !== undefined) return NextResponse.redirect(new URL(to, request.url), 308);
  // Files have a dot in their names, pages never.
  if (pathname.includes('.')) return NextResponse.next();
  return NextResponse.rewrite(new URL(paths.notFound(), request.url));
}

/** Answers in a preview when the archive cannot be read: a page with the reason. Elsewhere it throws the error on. */
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
