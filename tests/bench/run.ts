import { resolve } from 'node:path';
import { createHost, listen } from '#lib/publish/host.ts';
import { findChromium } from '#tests/gate/chromium.ts';
import { build } from '#tests/support/build.ts';
import { benchCheck, benchImport } from './check.ts';
import { benchNavigation } from './navigation.ts';
import { benchPreview } from './preview.ts';
import { benchSearch, benchSearchInBrowser } from './search.ts';

/** `npm run bench`: speeds and sizes, measured side by side with the alternative in one run. */
await benchSearch();
await benchCheck();
await benchImport();

const chromium = await findChromium();
if (chromium === undefined) {
  console.log(
    '\nSkipped: what is measured in a browser, for there is none. CHROMIUM_PATH names one.',
  );
} else {
  const out = resolve('out');
  const { code, stderr } = await build('content', out);
  if (code !== 0) throw new Error(stderr);
  const host = await createHost(out);
  await listen(host, 0, '127.0.0.1');
  const address = host.address();
  if (address === null || typeof address === 'string') throw new Error('the host has no port');
  const origin = `http://127.0.0.1:${address.port}`;
  await benchSearchInBrowser(origin, chromium);
  await benchNavigation(origin, chromium);
  host.close();
  host.closeAllConnections();
  await benchPreview(chromium);
}
