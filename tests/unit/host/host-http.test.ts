import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stopHost } from '#lib/publish/host/host.ts';
import { askAt } from '#tests/support/ask.ts';
import { releaseSmallSite, sendRaw, serve } from '#tests/support/served.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';

const files = {
  'a.epub': Buffer.from('0123456789'),
  'a.png': Buffer.from('abcdefghij'.repeat(100_000)),
  'notes.PDF': Buffer.from('notes'),
  'table.csv': Buffer.from('年,件\n'),
  untitled: Buffer.from('?'),
};
const { folder, remove } = makeTemporaryFolder();
let server: Server;
let port: number;

beforeAll(async () => {
  ({ server, port } = await serve(await releaseSmallSite(folder, files)));
});
afterAll(async () => {
  await stopHost(server, 0);
  remove();
});

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  askAt(port, path, headers, method);

test.each([
  ['/notes.PDF', 'application/pdf'],
  ['/table.csv', 'text/csv;charset=utf-8'],
  ['/a.png', 'image/png'],
  ['/untitled', 'application/octet-stream'],
])('%s is served as %s', async (path, type) => {
  expect((await ask(path)).headers['content-type']).toBe(type);
});

describe('Accept-Encoding', () => {
  test.each([
    ['br', 'br'],
    ['GZIP', 'gzip'],
    ['GZip, BR', 'br'],
    ['x-gzip', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['*;q=0', undefined],
    ['gzip;q=1, *;q=0', 'gzip'],
    ['br;q=0, gzip;Q=0.5', 'gzip'],
    ['br;q=0.000, gzip;q=0', undefined],
    ['br ; q=0.2 , gzip ; q=0.8', 'gzip'],
    ['identity', undefined],
    ['identity;q=1, br;q=0.5', undefined],
    ['identity;q=0.5, br;q=1', 'br'],
    ['identity;q=0', undefined],
    ['br;q=x', undefined],
    ['deflate, zstd', undefined],
    ['brotli, gzipped', undefined],
    ['', undefined],
  ])('%s is answered in %s', async (accepted, encoding) => {
    for (const path of ['/', '/nowhere']) {
      const { headers } = await ask(path, { 'Accept-Encoding': accepted });
      expect(headers['content-encoding']).toBe(encoding);
    }
  });
});

describe('a host', () => {
  const statusOf = async (hosts: string, version = '1.1') =>
    (await sendRaw(port, `GET / HTTP/${version}\r\n${hosts}Connection: close\r\n\r\n`)).slice(
      9,
      12,
    );

  test.each([
    ['none', '', '400'],
    ['two', 'Host: a\r\nHost: b\r\n', '400'],
    ['the same twice', 'Host: a\r\nhost: a\r\n', '400'],
    ['a list', 'Host: a b\r\n', '400'],
    ['an address', 'Host: http://a/\r\n', '400'],
    ['a user', 'Host: user@a\r\n', '400'],
    ['a port that is none', 'Host: a:b\r\n', '400'],
    ['a name', 'Host: example.org\r\n', '200'],
    ['a name with its port', 'Host: example.org:3000\r\n', '200'],
    ['IPv6', 'Host: [::1]:3000\r\n', '200'],
    ['an empty one', 'Host:\r\n', '200'],
  ])('header that is %s is answered as HTTP requires', async (_, hosts, status) => {
    expect(await statusOf(hosts)).toBe(status);
  });

  test('need not be named in HTTP/1.0, and not twice either', async () => {
    expect(await statusOf('', '1.0')).toBe('200');
    expect(await statusOf('Host: a\r\nHost: b\r\n', '1.0')).toBe('400');
  });
});

describe('a connection', () => {
  test.each([
    ['closed when the client says so', '1.1', 'Connection: close', /^connection: close/im],
    [
      'kept in HTTP/1.0 when the client says so',
      '1.0',
      'Connection: keep-alive',
      /^connection: keep-alive/im,
    ],
    ['closed in HTTP/1.0 otherwise', '1.0', 'X: y', /^connection: close/im],
  ])('is %s, and the answer says so', async (_, version, header, expected) => {
    for (const path of ['/', '/nowhere', '/issues', '/a.epub']) {
      const bytes = `GET ${path} HTTP/${version}\r\nHost: x\r\n${header}\r\n\r\n`;
      expect(await sendRaw(port, bytes, 1000), path).toMatch(expected);
    }
  });

  test('stays open in HTTP/1.1 without a Connection header', async () => {
    expect(await sendRaw(port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', 300)).not.toMatch(
      /^connection/im,
    );
  });
});

test('many pipelined requests are answered in their order', async () => {
  const rounds = 30;
  const paths = ['/a.png', '/', '/nowhere', '/issues', '/a.epub'];
  const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
  const end = 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
  const answers = await sendRaw(port, paths.map(get).join('').repeat(rounds) + end, 20_000);
  const statuses = answers.match(/(?<=HTTP\/1\.1 )\d+/g);
  const expected = Array.from({ length: rounds }, () => ['200', '200', '404', '308', '200']);
  expect(statuses).toEqual([...expected.flat(), '200']);
});

test('a search for 2,000 Chinese characters is answered', async () => {
  const path = `/search?q=${encodeURIComponent('版权'.repeat(1000))}`;
  expect(path.length).toBeGreaterThan(18_000);
  // The small site has no such page; what counts is that the request is read.
  expect((await ask(path)).status).toBe(404);
  expect((await ask(path.replace('/search', '/'))).status).toBe(200);
});
