import { createHash } from 'node:crypto';
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stopHost } from '#lib/publish/host/host.ts';
import { askAt } from '#tests/support/ask.ts';
import { releaseSmallSite, serve } from '#tests/support/served.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';

/** A file that is held in memory, and one that is read anew for each answer. */
const small = Buffer.from('0123456789'.repeat(100));
const large = Buffer.from('abcdefghij'.repeat(100_000));
const files = {
  'a.epub': small,
  'a.png': large,
  'empty.docx': Buffer.alloc(0),
};
const { folder, remove } = makeTemporaryFolder();
let out: string;
let server: Server;
let port: number;

beforeAll(async () => {
  out = await releaseSmallSite(folder, files);
  ({ server, port } = await serve(out));
});
afterAll(async () => {
  await stopHost(server, 0);
  remove();
});

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  askAt(port, path, headers, method);
const tagOf = async (path: string, encoding = '') =>
  String((await ask(path, { 'Accept-Encoding': encoding })).headers.etag);

describe('an entity tag', () => {
  test('is strong, and another for each form of a file', async () => {
    const tags = await Promise.all(['br', 'gzip', ''].map((encoding) => tagOf('/', encoding)));
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]{22}"$/);
    expect(new Set(tags).size).toBe(3);
  });

  test('is the same on another machine, which wrote the same file at another time', async () => {
    const other = makeTemporaryFolder();
    const itsOut = await releaseSmallSite(other.folder, files);
    for (const name of ['index.html.br', 'a.png', 'a.epub'])
      utimesSync(join(itsOut, name), new Date(0), new Date(0));
    const its = await serve(itsOut);
    for (const path of ['/', '/a.png', '/a.epub']) {
      const headers = { 'Accept-Encoding': 'br' };
      const answer = await askAt(its.port, path, headers, 'GET');
      expect(answer.headers.etag, path).toBe(await tagOf(path, 'br'));
    }
    await stopHost(its.server, 0);
    other.remove();
  });

  test('is another once the file is, also where it is written over in place', async () => {
    const other = makeTemporaryFolder();
    const itsOut = await releaseSmallSite(other.folder, files);
    const its = await serve(itsOut);
    const before = await askAt(its.port, '/a.epub', {}, 'GET');
    writeFileSync(join(itsOut, 'a.epub'), 'new and shorter');
    await expect
      .poll(async () => (await askAt(its.port, '/a.epub', {}, 'GET')).body.toString())
      .toBe('new and shorter');
    expect((await askAt(its.port, '/a.epub', {}, 'GET')).headers.etag).not.toBe(
      before.headers.etag,
    );
    await stopHost(its.server, 0);
    other.remove();
  });
});

describe('If-None-Match', () => {
  test.each([
    ['the tag', 'TAG', 304],
    ['its weak form, as a proxy makes it', 'W/TAG', 304],
    ['a list with it', '"a", W/"b", TAG', 304],
    ['a list with it between empty members', ' , "a",,W/TAG , ', 304],
    ['any', '*', 304],
    ['a tag with a comma, and it', '"a,b",TAG', 304],
    ['another', '"a"', 200],
    ['a list without it', '"a", W/"b"', 200],
    ['it without its quotes', 'BARE', 200],
    ['nothing', '', 200],
    ['a star among others', '"a", *', 200],
  ])('%s: %s is answered %i', async (_, list, status) => {
    for (const path of ['/', '/a.epub', '/a.png']) {
      const tag = await tagOf(path, 'br');
      const condition = list.replace('TAG', tag).replace('BARE', tag.slice(1, -1));
      for (const method of ['GET', 'HEAD']) {
        const sent = { 'If-None-Match': condition, 'Accept-Encoding': 'br' };
        const { status: answered, headers, body } = await ask(path, sent, method);
        expect([path, answered]).toEqual([path, status]);
        // RFC 9110, 15.4.5
        expect(headers.etag).toBe(tag);
        expect(headers['cache-control']).toBe('no-cache');
        if (path === '/') expect(headers.vary).toBe('Accept-Encoding');
        if (status === 304) expect(body).toHaveLength(0);
      }
    }
  });

  test('of another form of the page is not it', async () => {
    const sent = { 'If-None-Match': await tagOf('/', 'gzip'), 'Accept-Encoding': 'br' };
    expect((await ask('/', sent)).status).toBe(200);
  });

  test('counts for nothing where there is no file', async () => {
    expect((await ask('/nowhere', { 'If-None-Match': '*' })).status).toBe(404);
    expect((await ask('/issues', { 'If-None-Match': '*' })).status).toBe(308);
  });

  test.each([
    ['TAG', 200],
    ['*', 200],
    ['"a", TAG', 200],
    ['W/TAG', 412],
    ['"a"', 412],
  ])('If-Match: %s is answered %i', async (list, status) => {
    const condition = list.replace('TAG', await tagOf('/a.epub'));
    expect((await ask('/a.epub', { 'If-Match': condition })).status).toBe(status);
  });
});

describe.each([
  ['/a.epub', small],
  ['/a.png', large],
])('a range of %s', (path, whole) => {
  const size = whole.length;
  test.each([
    ['bytes=0-3', 0, 3],
    ['bytes=5-', 5, size - 1],
    ['bytes=-7', size - 7, size - 1],
    ['bytes=3-3', 3, 3],
    ['bytes=0-', 0, size - 1],
    [`bytes=${size - 1}-`, size - 1, size - 1],
    ['bytes=9-99999999999999999999', 9, size - 1],
    ['bytes=-99999999999999999999', 0, size - 1],
    ['Bytes=1-2', 1, 2],
    ['bytes= 1-2 ,, ', 1, 2],
  ])('%s is sent alone', async (range, start, end) => {
    const { status, headers, body } = await ask(path, { Range: range });
    expect(status).toBe(206);
    expect(headers['content-range']).toBe(`bytes ${start}-${end}/${size}`);
    expect(headers['content-length']).toBe(String(end - start + 1));
    expect(headers.etag).toBe(await tagOf(path));
    expect(body.equals(whole.subarray(start, end + 1))).toBe(true);
  });

  test.each(['bytes=99999999-', 'bytes=-0', `bytes=${size}-${size + 5}`])(
    '%s is outside of it',
    async (range) => {
      const { status, headers, body } = await ask(path, { Range: range });
      expect([status, headers['content-range']]).toEqual([416, `bytes */${size}`]);
      expect(body).toHaveLength(0);
    },
  );

  test.each(['bytes=5-2', 'bytes=0-1,4-5', 'bytes=', 'bytes=-', 'bytes=a-b', 'lines=0-1', 'x'])(
    '%s is answered with all of it',
    async (range) => {
      const { status, headers, body } = await ask(path, { Range: range });
      expect([status, headers['accept-ranges']]).toEqual([200, 'bytes']);
      expect(body.equals(whole)).toBe(true);
    },
  );

  test('is sent where If-Range names this very file, else all of it is', async () => {
    const tag = await tagOf(path);
    for (const [condition, status] of [
      [tag, 206],
      [`W/${tag}`, 200],
      ['"a"', 200],
      ['Mon, 31 Mar 2025 00:00:00 GMT', 200],
    ] as const)
      expect((await ask(path, { Range: 'bytes=0-1', 'If-Range': condition })).status).toBe(status);
  });

  test('is not asked for by HEAD, and comes after If-None-Match', async () => {
    const head = await ask(path, { Range: 'bytes=0-1' }, 'HEAD');
    expect([head.status, head.headers['content-length']]).toEqual([200, String(size)]);
    const sent = { Range: 'bytes=0-1', 'If-None-Match': await tagOf(path) };
    expect((await ask(path, sent)).status).toBe(304);
  });
});

test('nothing can be asked of an empty file but all of it', async () => {
  expect(await ask('/empty.docx')).toMatchObject({
    status: 200,
    headers: { 'content-length': '0' },
  });
  expect((await ask('/empty.docx', { Range: 'bytes=0-' })).status).toBe(416);
});

test('a tag is a hash of the bytes that are sent', async () => {
  const bytes = readFileSync(join(out, 'index.html.br'));
  const hash = createHash('sha256').update(bytes).digest('base64url');
  expect(await tagOf('/', 'br')).toBe(`"${hash.slice(0, 22)}"`);
});
