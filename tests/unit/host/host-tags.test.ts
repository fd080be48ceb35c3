import { createHash } from 'node:crypto';
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stopHost } from '#lib/publish/host/host.ts';
import { askAt } from '#tests/support/ask.ts';
import { releaseSmallSite, serve, serveBooksDuringTests } from '#tests/support/served.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';

const { files, site, ask, tagOf } = serveBooksDuringTests();

describe('an entity tag', () => {
  test('is strong, and different for each encoding of a file', async () => {
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

  test('changes when the file changes, also where it is overwritten in place', async () => {
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

test('a tag is a hash of the bytes that are sent', async () => {
  const bytes = readFileSync(join(site().out, 'index.html.br'));
  const hash = createHash('sha256').update(bytes).digest('base64url');
  expect(await tagOf('/', 'br')).toBe(`"${hash.slice(0, 22)}"`);
});
