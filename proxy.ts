import { type NextRequest, NextResponse } from 'next/server';
import { loadArchive } from '#lib/content/archive.ts';
import { paths } from '#lib/site/paths.ts';
import { isDecodable, redirectFrom } from '#lib/site/redirects.ts';
import { addressAt, fileAt, isFile, isPage } from '#lib/views/addresses.ts';
import { redirectsOf } from '#lib/views/redirects.ts';

/** Every address but those of Next's own files. */
export const config = { matcher: '/((?!_next/).*)' };

/** Where the route stands that answers for every file made of the archive. */
const FILES = '/files/';

/**
 * Leads an old address on, and one that is no page to the page that says so. A route's own `notFound()`
 * would answer with a body that only scripts fill (vercel/next.js#62228); an address that no route
 * matches is answered in full.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  if (!isDecodable(pathname))
    return new NextResponse('The address is malformed.\n', { status: 400 });
  const archive = await loadArchive();
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
