import { writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { GOOD_QUALITY, pack } from '#lib/publish/compress.ts';
import { createHost, type HostOptions } from '#lib/publish/host/host.ts';
import { writeHeaders } from '#lib/publish/host-files/cloudflare.ts';
import { headerRules } from '#lib/publish/host-files/header-rules.ts';
import { Release } from '#lib/publish/release.ts';
import { listen } from '#lib/system/listen.ts';
import { nothingInline } from './inline.ts';

/** Puts a file into a release as a press does. */
export function write(release: Release, path: string, content: string | Uint8Array): void {
  const file = release.pathFor(path);
  for (const { ending, bytes } of pack(path, content, GOOD_QUALITY))
    writeFileSync(file + ending, bytes);
}

/** Puts a small site into `folder/out`, with a secret beside it. */
export async function releaseSmallSite(
  folder: string,
  files: Record<string, Uint8Array> = {},
): Promise<string> {
  const out = join(folder, 'out');
  const release = await Release.begin(out, 'test');
  for (const file of ['index.html', '404.html', 'issues/2025-03-31.html'])
    write(release, file, `<!DOCTYPE html><title>${file}</title>${'正文。'.repeat(200)}`);
  const all = { _redirects: Buffer.from('/issues /archive 308\n'), ...files };
  for (const [file, bytes] of Object.entries(all)) write(release, file, bytes);
  write(release, '_headers', writeHeaders(headerRules(nothingInline, [])));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  await release.publish();
  return out;
}

/** Serves a folder on a free port of loopback. */
export async function serve(
  out: string,
  options?: HostOptions,
): Promise<{ server: Server; port: number }> {
  const { server } = await createHost(out, options);
  await listen(server, 0, '127.0.0.1');
  return { server, port: (server.address() as AddressInfo).port };
}

/** Sends bytes as they are and gives what comes back until the other side ends it, or for so many ms. */
export function sendRaw(port: number, bytes: string | Buffer, patience = 5000): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    const timer = setTimeout(() => socket.destroy(), patience);
    socket.setEncoding('latin1').on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(answer);
    });
    socket.on('error', (error) => (answer === '' ? reject(error) : undefined));
  });
}
