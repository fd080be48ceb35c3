import { cpSync, readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stopHost } from '#lib/publish/host/host.ts';
import { readHeaders } from '#lib/publish/host-files/cloudflare.ts';
import { headersFor } from '#lib/publish/host-files/header-rules.ts';
import { readInline } from '#tests/support/inline.ts';
import { load } from '#tests/support/load.ts';
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

type Answer = { status: number; headers: IncomingHttpHeaders; length: number };

function ask(origin: string, path: string, encoding = 'br', method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  const headers = { 'Accept-Encoding': encoding };
  return new Promise((done, fail) => {
    get({ hostname, port, path, method, headers }, (response) => {
      let length = 0;
      response.on('data', (chunk) => {
        length += chunk.length;
      });
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, length }),
      );
    }).on('error', fail);
  });
}

/** What every host must answer: path, status, type or where it leads. */
const addresses: [path: string, status: number, what: string][] = [
  ['/', 200, 'text/html;charset=utf-8'],
  ['/issues/2025-03-31', 200, 'text/html;charset=utf-8'],
  ['/sources/%E5%85%89%E6%98%8E%E6%97%A5%E6%8A%A5', 200, 'text/html;charset=utf-8'],
  ['/issues/2025-03-31/mail', 200, 'text/html;charset=utf-8'],
  ['/feed.xml', 200, 'application/rss+xml;charset=utf-8'],
  ['/sections/industry/atom.xml', 200, 'application/atom+xml;charset=utf-8'],
  ['/feed.json', 200, 'application/feed+json;charset=utf-8'],
  ['/feeds.opml', 200, 'text/x-opml;charset=utf-8'],
  ['/sitemap.xml', 200, 'application/xml;charset=utf-8'],
  ['/issues/2025-03-31.md', 200, 'text/markdown;charset=utf-8'],
  ['/issues/2025-03-31.epub', 200, 'application/epub+zip'],
  ['/cards/site.png', 200, 'image/png'],
  ['/scripts/site.js', 200, 'text/javascript'],
  ['/manifest.webmanifest', 200, 'application/manifest+json'],
  ['/healthz', 200, 'application/json'],
  ['/issues', 308, '/archive'],
  ['/issues/2025-03-31.html', 308, '/issues/2025-03-31'],
  ['/issues/2025-03-31/', 308, '/issues/2025-03-31'],
  ['/index.html', 308, '/'],
  ['/nowhere', 404, 'text/html;charset=utf-8'],
  ['/issues/nowhere.xml', 404, 'text/html;charset=utf-8'],
  ['/404', 404, 'text/html;charset=utf-8'],
  ['/_headers', 404, 'text/html;charset=utf-8'],
  ['/nginx.conf', 404, 'text/html;charset=utf-8'],
  ['/rclone.sh', 404, 'text/html;charset=utf-8'],
  ['/Caddyfile', 404, 'text/html;charset=utf-8'],
  ['/index.html.br', 404, 'text/html;charset=utf-8'],
];

async function expectSameSite(origin: string, encoding: 'br' | 'gzip'): Promise<void> {
  for (const [path, status, what] of addresses) {
    const { headers, ...answer } = await ask(origin, path, encoding);
    const told = `${origin}${path}`;
    expect(answer.status, told).toBe(status);
    if (status === 308) expect(headers.location, told).toBe(what);
    else expect(headers['content-type']?.replace(/\s/g, ''), told).toBe(what);
    // A page that says that nothing is there is the same wherever it is said.
    const expected = headersFor(rules, status === 404 ? '/404' : decodeURI(path));
    for (const [name, value] of Object.entries(expected))
      if (name !== 'Content-Type') expect(headers[name.toLowerCase()], told).toBe(value);
    const isText = status !== 308 && /text|xml|json\+|[+]json|javascript/.test(what);
    if (!isText) continue;
    expect(headers['content-encoding'], told).toBe(encoding);
    expect(headers.vary, told).toBe('Accept-Encoding');
  }
  const ending = encoding === 'br' ? '.br' : '.gz';
  const { length, headers } = await ask(origin, '/issues/2025-03-31', encoding);
  expect(length).toBe(readFileSync(join(out, `issues/2025-03-31.html${ending}`)).length);
  expect(headers['x-powered-by']).toBeUndefined();
  expect((await ask(origin, '/', encoding, 'POST')).status).toBe(405);
}

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
  expect(answers).toBeGreaterThan(200);
  return answers;
}

test("npm start's host serves it, and no request fails while releases change", async () => {
  const { server, port } = await serve(out);
  const origin = `http://127.0.0.1:${port}`;
  await expectSameSite(origin, 'br');
  await expectSameSite(origin, 'gzip');
  await expectNoFaultWhileReleased(origin, 3);
  await stopHost(server, 0);
});

describe.skipIf(!web.has(web.nginx))('nginx (skipped where /usr/sbin/nginx is not)', () => {
  test('serves it as the build tells it to', async () => {
    const port = await web.freePort();
    const server = await web.startNginx(folder, port, web.nginxSite(port, out));
    await expectSameSite(server.origin, 'gzip');
    if (web.nginx.brotli) await expectSameSite(server.origin, 'br');
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
    await expectSameSite(balancer.origin, web.nginx.brotli ? 'br' : 'gzip');
    await expectNoFaultWhileReleased(balancer.origin, 5);
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
    await expectSameSite(server.origin, 'br');
    await expectSameSite(server.origin, 'gzip');
    await server.stop();
  });
});

describe.skipIf(!web.has(web.rclone))('rclone (skipped where /usr/bin/rclone is not)', () => {
  test('puts every file into a bucket but those for hosts, text packed', () => {
    const bucket = join(folder, 'bucket');
    expect(web.complaint('/bin/sh', [join(out, 'rclone.sh'), bucket])).toBe('');
    const wanted = web.publishedFiles(join(folder, 'one'));
    expect(web.filesBelow(bucket)).toEqual(wanted);
    const page = 'issues/2025-03-31.html';
    expect(gunzipSync(readFileSync(join(bucket, page)))).toEqual(readFileSync(join(out, page)));
  });
});
