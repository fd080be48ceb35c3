import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Release } from '#lib/publish/release.ts';
import { releaseSiteOfAllKinds, serveDuringTests, write } from '#tests/support/served.ts';

const { folder, ask } = serveDuringTests(releaseSiteOfAllKinds);

describe('a page', () => {
  test('is sent as it was compressed when it was printed', async () => {
    const plain = await ask('/issues/2025-03-31');
    expect(plain).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html;charset=utf-8' },
    });
    const br = await ask('/issues/2025-03-31', { 'Accept-Encoding': 'gzip, br' });
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.body)).toEqual(plain.body);
    const gz = await ask('/issues/2025-03-31', { 'Accept-Encoding': 'gzip' });
    expect(gz.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gz.body)).toEqual(plain.body);
    expect(br.headers.vary).toBe('Accept-Encoding');
  });

  test('is not sent again to a client that has it', async () => {
    const { headers } = await ask('/');
    const again = await ask('/', { 'If-None-Match': String(headers.etag) });
    expect(again.status).toBe(304);
  });

  test('has the headers of the host files', async () => {
    const { headers: first } = await ask('/');
    const requests: [string, Record<string, string>, string, number][] = [
      ['/', {}, 'GET', 200],
      ['/', { 'If-None-Match': String(first.etag) }, 'GET', 304],
      ['/nowhere', {}, 'GET', 404],
      ['/issues', {}, 'GET', 308],
      ['/%', {}, 'GET', 400],
      ['/', {}, 'POST', 405],
    ];
    for (const [path, sent, method, expected] of requests) {
      const { status, headers } = await ask(path, sent, method);
      expect(status).toBe(expected);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin',
        'strict-transport-security': 'max-age=63072000',
        'permissions-policy': 'camera=(),geolocation=(),microphone=()',
        'cache-control': 'no-cache',
      });
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none';.*frame-ancestors 'none'$/,
      );
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  test.each([
    ['/sources/光明日报/feed.xml', 'application/rss+xml; charset=utf-8'],
    ['/feed.json', 'application/feed+json; charset=utf-8'],
    ['/feeds.opml', 'text/x-opml; charset=utf-8'],
    ['/search/2025.json', 'application/json'],
  ])('%s has the media type %s', async (path, type) => {
    const { status, headers } = await ask(encodeURI(path), { 'Accept-Encoding': 'br' });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
  });

  test('that does not exist has the media type of a page, whatever its address ends in', async () => {
    const { status, headers } = await ask('/sections/nowhere/feed.xml');
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('text/html;charset=utf-8');
  });

  test('is not sent in an encoding that is refused', async () => {
    const { headers } = await ask('/', { 'Accept-Encoding': 'br;q=0, gzip;q=0.5' });
    expect(headers['content-encoding']).toBe('gzip');
  });

  test('is found where the web looks for it, though its folder is hidden', async () => {
    expect((await ask('/.well-known/security.txt')).status).toBe(200);
  });

  test('is the new one half a second after a release, and the old files may go', async () => {
    expect((await ask('/')).body.toString()).toContain('首页');
    const next = await Release.begin(join(folder, 'out'), 'next');
    for (const file of [
      'index.html',
      '404.html',
      'issues/2025-03-31.html',
      'sources/光明日报.html',
    ]) {
      await write(
        next,
        file,
        readFileSync(join(folder, 'out', file), 'utf8').replace('首页', '新首页'),
      );
    }
    for (const file of ['_redirects', '_headers']) {
      await write(next, file, readFileSync(join(folder, 'out', file)));
    }
    const old = realpathSync(join(folder, 'out'));
    await next.publish();
    rmSync(old, { recursive: true });
    await new Promise((resolve) => setTimeout(resolve, 600));
    await ask('/');
    expect((await ask('/')).body.toString()).toContain('新首页');
  });

  test('is found by a Chinese address', async () => {
    expect((await ask(encodeURI('/sources/光明日报'))).body.toString()).toContain('光明日报');
  });

  test('is asked for with GET or HEAD', async () => {
    expect(await ask('/', {}, 'HEAD')).toMatchObject({ status: 200, body: Buffer.alloc(0) });
    expect(await ask('/', {}, 'POST')).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    });
  });
});
