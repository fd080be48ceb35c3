import { scriptResponse } from '../scripts/script-response.ts';

export const dynamic = 'force-dynamic';

/** The service worker is at the top of the site, because it can only answer for addresses below its own. */
export function GET() {
  return scriptResponse('service-worker');
}
