import { scriptResponse } from '../scripts/script-response.ts';

export const dynamic = 'force-dynamic';

/** The service worker stands at the top, for it may only answer for addresses below its own. */
export function GET() {
  return scriptResponse('service-worker');
}
