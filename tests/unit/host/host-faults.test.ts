import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessLog } from '#lib/publish/host/access-log.ts';
import { stopHost } from '#lib/publish/host/host.ts';
import { releaseSmallSite, sendRaw, serve } from '#tests/support/served.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';

const { folder, remove } = makeTemporaryFolder();
const lines: string[] = [];
let server: Server;
let port: number;

beforeAll(async () => {
  const out = await releaseSmallSite(folder);
  const patience = { request: 400, idle: 1500, check: 50 };
  const log = accessLog('json', (line) => lines.push(line));
  ({ server, port } = await serve(out, { patience, log }));
});
afterAll(async () => {
  await stopHost(server, 0);
  remove();
});

const end = 'Host: x\r\nConnection: close\r\n\r\n';
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

describe('a malformed request', () => {
  test.each([
    ['a bad escape', `GET /%E0%A4%A HTTP/1.1\r\n${end}`, 400],
    ['half an escape', `GET /% HTTP/1.1\r\n${end}`, 400],
    ['NUL', `GET /%00 HTTP/1.1\r\n${end}`, 400],
    ['a path without its slash', `GET nothing HTTP/1.1\r\n${end}`, 400],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['a TLS greeting', Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3]), 400],
    ['a header that is none', `GET / HTTP/1.1\r\n: x\r\n${end}`, 400],
    ['a line feed in the path', `GET /a\nb HTTP/1.1\r\n${end}`, 400],
    ['two lengths', `GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n${end}`, 400],
    [
      'a length and chunks',
      `POST / HTTP/1.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n${end}`,
      400,
    ],
    ['huge headers', `GET / HTTP/1.1\r\nX: ${'x'.repeat(40_000)}\r\n${end}`, 431],
    ['thousands of headers', `GET / HTTP/1.1\r\n${'X: xxxxxxx\r\n'.repeat(3000)}${end}`, 431],
    ['an endless address', `GET /${'x'.repeat(40_000)} HTTP/1.1\r\n${end}`, 431],
    ['a long address', `GET /${'x'.repeat(8000)} HTTP/1.1\r\n${end}`, 404],
    ['a long address in escapes', `GET /${'%E6%AD%A3'.repeat(800)} HTTP/1.1\r\n${end}`, 404],
    ['bytes that are no UTF-8', Buffer.from(`GET /\xff\xfe HTTP/1.1\r\n${end}`, 'latin1'), 400],
    ['letters that are not escaped', `GET /sources/光明日报 HTTP/1.1\r\n${end}`, 400],
    ['a method that there is not', `BREW / HTTP/1.1\r\n${end}`, 400],
    ['DELETE', `DELETE / HTTP/1.1\r\n${end}`, 405],
    ['TRACE', `TRACE / HTTP/1.1\r\n${end}`, 405],
    ['OPTIONS *', `OPTIONS * HTTP/1.1\r\n${end}`, 405],
    ['CONNECT', `CONNECT example.org:443 HTTP/1.1\r\n${end}`, 405],
    ['POST with a body', `POST / HTTP/1.1\r\nContent-Length: 3\r\n${end}abc`, 405],
    ['PUT of more than comes', `PUT / HTTP/1.1\r\nContent-Length: 99999\r\n${end}abc`, 405],
    ['an expectation', `GET / HTTP/1.1\r\nExpect: a-miracle\r\n${end}`, 417],
  ])('%s is answered', async (_, bytes, status) => {
    const answer = await sendRaw(port, bytes);
    expect(statusOf(answer)).toBe(status);
    expect(answer).not.toContain('secret');
    if (status === 417) return;
    expect(answer).toMatch(/^content-security-policy: default-src 'none';/im);
    expect(answer).toMatch(/^x-content-type-options: nosniff/im);
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/issues/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/....//secret.txt',
    '/.%00./secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    'http://x/../secret.txt',
    '//secret.txt',
    '/./../out/../secret.txt',
  ])('%s reads no file outside the site', async (path) => {
    const answer = await sendRaw(port, `GET ${path} HTTP/1.1\r\n${end}`);
    expect([400, 404]).toContain(statusOf(answer));
    expect(answer).not.toContain('secret\n');
  });
});

describe('an unusual request', () => {
  test.each([
    ['an address with a host', `GET http://example.org/issues/2025-03-31 HTTP/1.1\r\n${end}`, 200],
    ['an address with a host alone', `GET http://example.org HTTP/1.1\r\n${end}`, 200],
    ['HTTP/1.0', 'GET /issues/2025-03-31 HTTP/1.0\r\n\r\n', 200],
    ['a wish to upgrade', `GET / HTTP/1.1\r\nUpgrade: h2c\r\n${end}`, 200],
    ['a range past the end', `GET / HTTP/1.1\r\nRange: bytes=99999999-\r\n${end}`, 200],
    ['many ranges', `GET / HTTP/1.1\r\nRange: bytes=${'0-1,'.repeat(500)}5-6\r\n${end}`, 200],
    ['a condition that is none', `GET / HTTP/1.1\r\nIf-Modified-Since: yesterday\r\n${end}`, 200],
  ])('of %s is answered', async (_, bytes, status) => {
    expect(statusOf(await sendRaw(port, bytes))).toBe(status);
  });

  test('for the head of a page is answered with its length and without a body', async () => {
    const answer = await sendRaw(port, `HEAD / HTTP/1.1\r\n${end}`);
    expect(answer).toMatch(/^content-length: [1-9]/im);
    expect(answer.endsWith('\r\n\r\n')).toBe(true);
  });
});

test('each answer is a line of the access log, without anything about the client', async () => {
  lines.length = 0;
  await sendRaw(port, `GET /nowhere?a HTTP/1.1\r\nUser-Agent: test\r\n${end}`);
  await wait(50);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    method: 'GET',
    url: '/nowhere?a',
    status: 404,
    bytes: expect.any(Number),
    ms: expect.any(Number),
    complete: true,
    agent: 'test',
  });
  expect(() => accessLog('yes')).toThrow('ACCESS_LOG must be json or left out, and it is "yes".');
});

test('a host that is stopped finishes the answers that it has begun, and accepts no more requests', async () => {
  const { folder: other, remove: removeOther } = makeTemporaryFolder();
  const { server: stopped, port: its } = await serve(
    await releaseSmallSite(other, { 'big.png': new Uint8Array(9_000_000) }),
  );
  // A reader who has not read the answer yet.
  const slow = connect(its, '127.0.0.1');
  slow.pause();
  await once(slow, 'connect');
  slow.write('GET /big.png HTTP/1.1\r\nHost: x\r\n\r\n');
  await wait(100);
  const stopping = stopHost(stopped, 5000);
  await expect(sendRaw(its, 'GET / HTTP/1.1\r\n\r\n')).rejects.toThrow('ECONNREFUSED');
  let bytes = 0;
  slow.on('data', (chunk) => {
    bytes += chunk.length;
  });
  slow.resume();
  await once(slow, 'close');
  await stopping;
  expect(bytes).toBeGreaterThan(9_000_000);
  removeOther();
});
