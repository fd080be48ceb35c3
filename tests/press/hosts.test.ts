import { cpSync, readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stopHost } from '#lib/publish/host/host.ts';
import { readHeaders } from '#lib/publish/host-files/cloudflare.ts';
import { headersFor } from '#lib/publish/host-files/header-rules.ts';
import { readInline } from '#tests/support/inline.ts';
import { load } from '#tests/support/load.ts';
import { ask, expectSameSite } from '#tests/support/same-site.ts';
import { serve } from '#tests/support/served.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';
import * as web from '#tests/support/web-servers.ts';

/** The site that `npm run build` has made of the shipped content. */
const built = resolve(import.meta.dirname, '../../out');
const { folder, remove } = makeTemporaryFolder();
const out = join(folder, 'out');
const rules = readHeaders(readFileSync(join(built, '_headers'), 'utf8'));

beforeAll(() => {
  // Two releases, as a build puts them in place: a link that is renamed.
  for (const name of ['one', 'two'])
    cpSync(built, join(folder, name), { recursive: true, dereference: true });
  symlinkSync(join(folder, 'one'), out);
});
afterAll(remove);

let turn = 0;
/** Another release takes the place of the one before. */
function release(): void {
  turn += 1;
  const link = join(folder, `link-${turn}`);
  symlinkSync(join(folder, turn % 2 === 0 ? 'one' : 'two'), link);
  renameSync(link, out);
}

test('every page may use its own styles and scripts, and no other', () => {
  const pages = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  expect(pages.length).toBeGreaterThan(100);
  for (const file of pages) {
    const path = `/${file.replace(/(^index)?\.html$/, '')}`;
    const policy = headersFor(rules, path)['Content-Security-Policy'] ?? '';
    const page = readFileSync(join(built, file), 'utf8');
    const { styles, scripts } = readInline(page);
    for (const hash of [...styles, ...scripts]) expect(policy, path).toContain(hash);
    expect(/ style="/.test(page), path).toBe(policy.includes("style-src-attr 'unsafe-inline'"));
    expect(policy, path).not.toMatch(/unsafe-eval|(?<!attr )'unsafe-inline'/);
    expect(page, path).not.toMatch(/<[^>]+ on[a-z]+="/);
  }
});

/** Asks over 200 connections while one release takes the place of another, again and again. */
async function expectNoFaultWhileReleased(origin: string, seconds: number): Promise<number> {
  const end = Date.now() + seconds * 1000;
  const isOver = () => Date.now() > end;
  const asked = ['/', '/issues/2025-03-31', '/sections/industry', '/feed.xml', '/scripts/site.js'];
  const asking = load(
    origin,
    asked,
    200,
    isOver,
    (status, body) => status === 200 && body.length > 500,
  );
  while (!isOver()) {
    await wait(300);
    release();
  }
  const { answers, faults } = await asking;
  expect(faults).toEqual([]);
  // Each connection gets one at least, on a busy machine no more.
  expect(answers).toBeGreaterThanOrEqual(200);
  return answers;
}

test("npm start's host serves it, and no request fails while releases change", async () => {
  const { server, port } = await serve(out);
  const origin = `http://127.0.0.1:${port}`;
  await expectSameSite(out, origin, 'br');
  await expectSameSite(out, origin, 'gzip');
  await expectNoFaultWhileReleased(origin, 2);
  await stopHost(server, 0);
});

describe.skipIf(!web.has(web.nginx))('nginx (skipped where /usr/sbin/nginx is not)', () => {
  test('serves it as the build tells it to', async () => {
    const port = await web.freePort();
    const server = await web.startNginx(folder, port, web.nginxSite(port, out));
    await expectSameSite(out, server.origin, 'gzip');
    if (web.nginx.brotli) await expectSameSite(out, server.origin, 'br');
    // What leads on never leads away.
    for (const path of ['//example.org/', '/\\example.org/', '//example.org/index.html']) {
      const { status, headers } = await ask(server.origin, path);
      expect([404, headers.location], path).toEqual([status, undefined]);
    }
    await server.stop();
  });

  test('serves it from several processes behind one, and no request fails while releases change', async () => {
    const ports = [await web.freePort(), await web.freePort(), await web.freePort()];
    const servers = await Promise.all(
      ports.map((port) => web.startNginx(folder, port, web.nginxSite(port, out))),
    );
    const port = await web.freePort();
    const balancer = await web.startNginx(
      folder,
      port,
      `upstream sites { ${ports.map((each) => `server 127.0.0.1:${each};`).join(' ')} keepalive 64; }
server { listen 127.0.0.1:${port}; server_tokens off; location / { proxy_pass http://sites; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $host; } }`,
    );
    await expectSameSite(out, balancer.origin, web.nginx.brotli ? 'br' : 'gzip');
    await expectNoFaultWhileReleased(balancer.origin, 2);
    await balancer.stop();
    await Promise.all(servers.map((server) => server.stop()));
  });
});

describe.skipIf(!web.has(web.caddy))('Caddy (skipped where /usr/bin/caddy is not)', () => {
  test('serves it as the build tells it to', async () => {
    const file = join(out, 'Caddyfile');
    expect(
      web.complaint(web.caddy.path, ['validate', '--adapter', 'caddyfile', '--config', file]),
    ).toBe('');
    const port = await web.freePort();
    const server = await web.startCaddy(folder, port, out);
    await expectSameSite(out, server.origin, 'br');
    await expectSameSite(out, server.origin, 'gzip');
    await server.stop();
  });
});

const ONE_OF_MANY = /\/(?:sources|entities|threads|laws|cases)\/|\/issues\/2025-(?!03-31)/;

describe.skipIf(!web.has(web.rclone))('rclone (skipped where /usr/bin/rclone is not)', () => {
  test('puts every file into a bucket but those for hosts, text packed', () => {
    const [bucket, part] = [join(folder, 'bucket'), join(folder, 'part')];
    // Of what there are hundreds of one kind the first issue's are enough.
    cpSync(join(folder, 'one'), part, {
      recursive: true,
      filter: (name) => !ONE_OF_MANY.test(name),
    });
    expect(web.complaint('/bin/sh', [join(out, 'rclone.sh'), bucket, part])).toBe('');
    const wanted = web.publishedFiles(part);
    expect(new Set(wanted.map(extname))).toEqual(
      new Set(web.publishedFiles(join(folder, 'one')).map(extname)),
    );
    expect(web.filesBelow(bucket)).toEqual(wanted);
    const page = 'issues/2025-03-31.html';
    expect(gunzipSync(readFileSync(join(bucket, page)))).toEqual(readFileSync(join(out, page)));
  });
});
