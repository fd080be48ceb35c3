import { resolve } from 'node:path';
import { createHost } from '#lib/publish/host/host.ts';
import { listen } from '#lib/system/listen.ts';
import { build } from '#tests/support/build.ts';

/** Builds the shipped content and has its host serve it on a loopback port while something is done with it. */
export async function withSite(
  use: (site: { out: string; origin: string }) => Promise<void>,
): Promise<void> {
  const out = resolve('out');
  const { code, stderr } = await build('content', out);
  if (code !== 0) throw new Error(stderr);
  const { server: host } = await createHost(out);
  await listen(host, 0, '127.0.0.1');
  const address = host.address();
  if (address === null || typeof address === 'string') throw new Error('the host has no port');
  try {
    await use({ out, origin: `http://127.0.0.1:${address.port}` });
  } finally {
    host.close();
    host.closeAllConnections();
  }
}
