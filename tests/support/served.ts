import { writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { GOOD_QUALITY, pack } from '#lib/publish/compress.ts';
import { createHost, type HostOptions, stopHost } from '#lib/publish/host/host.ts';
import { writeHeaders } from '#lib/publish/host-files/cloudflare.ts';
import { headerRules } from '#lib/publish/host-files/header-rules.ts';
import { Release } from '#lib/publish/release.ts';
import { listen } from '#lib/system/listen.ts';
import { askAt } from './ask.ts';
import { nothingInline } from './inline.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

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

/** Puts a site with files of all kinds, redirects and a secret beside it into `folder/out`. */
export async function releaseSiteOfAllKinds(folder: string): Promise<string> {
  const out = join(folder, 'out');
  const page = (text: string) => `<!DOCTYPE html><title>${text}</title><p>${'正文。'.repeat(200)}`;
  const release = await Release.begin(out, 'test');
  write(release, 'index.html', page('首页'));
  write(release, '404.html', page('没有'));
  write(release, 'issues/2025-03-31.html', page('一期'));
  write(release, 'sources/光明日报.html', page('光明日报'));
  write(release, 'sources/光明日报/feed.xml', '<rss/>');
  write(release, 'feed.json', '{}');
  write(release, 'feeds.opml', '<opml/>');
  write(release, 'search/2025.json', '[]');
  write(
    release,
    '_redirects',
    `${encodeURI('/sources/旧名')} ${encodeURI('/sources/光明日报')} 308\n/issues /archive 308\n/anchored /archive#b 308\n`,
  );
  write(release, '_headers', writeHeaders(headerRules(nothingInline, [])));
  write(release, '.hidden/notes.json', '{}');
  write(release, '.well-known/security.txt', 'Contact: mailto:editor@example.org\n');
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

/**
 * Serves a site while the tests of a file run, and stops the host after them.
 * @param release puts the site below a folder
 * @returns what the tests ask the host by; `out` and `port` are known once the tests run
 */
export function serveDuringTests(release: (folder: string) => Promise<string>) {
  const { folder, remove } = makeTemporaryFolder();
  let served: { out: string; server: Server; port: number } | undefined;
  beforeAll(async () => {
    const out = await release(folder);
    served = { out, ...(await serve(out)) };
  });
  afterAll(async () => {
    if (served !== undefined) await stopHost(served.server, 0);
    remove();
  });
  const site = () => {
    if (served === undefined) throw new Error('the host has not started');
    return served;
  };
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    askAt(site().port, path, headers, method);
  return { folder, site, ask };
}

/** A site with a file that the host holds in memory, one that it reads for each answer, and an empty one. */
export function serveBooksDuringTests() {
  const small = Buffer.from('0123456789'.repeat(100));
  const large = Buffer.from('abcdefghij'.repeat(100_000));
  const files = { 'a.epub': small, 'a.png': large, 'empty.docx': Buffer.alloc(0) };
  const { site, ask } = serveDuringTests((folder) => releaseSmallSite(folder, files));
  const tagOf = async (path: string, encoding = '') =>
    String((await ask(path, { 'Accept-Encoding': encoding })).headers.etag);
  return { files, small, large, site, ask, tagOf };
}

/** Sends bytes as they are. @returns the answer, up to the end of the connection or for `patience` ms */
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
