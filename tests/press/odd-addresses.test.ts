import { realpathSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stopHost } from '#lib/publish/host/host.ts';
import { writeCaddy } from '#lib/publish/host-files/caddy.ts';
import { writeRedirects } from '#lib/publish/host-files/cloudflare.ts';
import { headerRules } from '#lib/publish/host-files/header-rules.ts';
import { writeNginx } from '#lib/publish/host-files/nginx.ts';
import { writeRclone } from '#lib/publish/host-files/rclone.ts';
import { redirectSource, redirectTarget } from '#lib/site/redirects.ts';
import { nothingInline } from '#tests/support/inline.ts';
import { oddRedirects } from '#tests/support/odd-redirects.ts';
import { releaseSmallSite, serve } from '#tests/support/served.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';
import * as web from '#tests/support/web-servers.ts';

const { folder, remove } = makeTemporaryFolder();
let out: string;

/** A small site with redirects and files that are hard to write down for hosts. */
beforeAll(async () => {
  const moves = oddRedirects.map(({ from, to }) => ({
    from: redirectSource(from),
    to: redirectTarget(to),
  }));
  const rules = headerRules(nothingInline, []);
  const names = ['a.pdf', 'b.PDF', 'table.csv', 'CNAME', "it's $(a) `b`.zip", '.well-known/x'];
  out = await releaseSmallSite(folder, {
    ...Object.fromEntries(names.map((name) => [name, Buffer.from(name)])),
    'search.html': Buffer.from('<!DOCTYPE html>'),
    healthz: Buffer.from('{}'),
    _redirects: Buffer.from(writeRedirects(moves)),
    'nginx.conf': Buffer.from(writeNginx(rules, moves)),
    Caddyfile: Buffer.from(writeCaddy(rules, moves)),
    'rclone.sh': Buffer.from(writeRclone(rules)),
  });
});
afterAll(remove);

type Answer = { status: number | undefined; headers: IncomingHttpHeaders };

function ask(origin: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((done, fail) => {
    get({ hostname, port, path, headers, agent: false }, (response) => {
      response.resume();
      done({ status: response.statusCode, headers: response.headers });
    }).on('error', fail);
  });
}

async function expectOddSite(origin: string): Promise<void> {
  for (const { ask: path, leads } of oddRedirects) {
    const { status, headers } = await ask(origin, path);
    expect([path, status, headers.location]).toEqual([path, 308, leads]);
  }
  const search = `/search?q=${encodeURIComponent('版权'.repeat(1000))}`;
  expect((await ask(origin, search)).status).toBe(200);
  for (const path of ['/a.pdf', '/b.PDF', '/table.csv', '/CNAME', '/.well-known/x'])
    expect([path, (await ask(origin, path)).status]).toEqual([path, 200]);
  expect((await ask(origin, '/b.PDF')).headers['content-type']).toBe('application/pdf');
  // RFC 9110, 15.4.5: an answer that nothing is new has the tag that it is about.
  for (const encoding of ['GZIP', 'identity']) {
    const sent = { 'Accept-Encoding': encoding };
    const { etag = '' } = (await ask(origin, '/search', sent)).headers;
    const again = await ask(origin, '/search', { ...sent, 'If-None-Match': `"a", ${etag}` });
    expect([again.status, again.headers.etag]).toEqual([304, etag]);
    expect(etag).not.toBe('');
  }
}

test("npm start's host serves odd addresses", async () => {
  const { server, port } = await serve(out);
  await expectOddSite(`http://127.0.0.1:${port}`);
  await stopHost(server, 0);
});

test.skipIf(!web.has(web.nginx))('nginx does (skipped where /usr/sbin/nginx is not)', async () => {
  const port = await web.freePort();
  const server = await web.startNginx(folder, port, web.nginxSite(port, out));
  await expectOddSite(server.origin);
  await server.stop();
});

test.skipIf(!web.has(web.caddy))('Caddy does (skipped where /usr/bin/caddy is not)', async () => {
  const server = await web.startCaddy(folder, await web.freePort(), out);
  await expectOddSite(server.origin);
  await server.stop();
});

test.skipIf(!web.has(web.rclone))(
  'rclone copies them (skipped where /usr/bin/rclone is not)',
  () => {
    const bucket = join(folder, 'bucket');
    expect(web.complaint('/bin/sh', [join(out, 'rclone.sh'), bucket])).toBe('');
    const wanted = web.publishedFiles(realpathSync(out));
    expect(wanted).toContain('b.PDF');
    expect(web.filesBelow(bucket)).toEqual(wanted);
  },
);
