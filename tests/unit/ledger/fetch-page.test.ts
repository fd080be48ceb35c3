import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fetchPage } from '#lib/ledger/web/fetch-page.ts';
import { isPublicAddress } from '#lib/ledger/web/public-address.ts';
import { articlePage, type Reply, redirectTo, startNewsHost } from '#tests/support/news-host.ts';

const never = new AbortController().signal;
const fetchFrom = async (replies: Record<string, Reply>, path = '/a', patience = 5000) => {
  const host = await startNewsHost(replies);
  return fetchPage(host.url(path), { patience, privateHosts: true }, never);
};
const page = articlePage('题目', '正文。');

describe('a page', () => {
  test.each<[string, Reply, object]>([
    ['in UTF-8', { body: page }, { kind: 'response', status: 200, html: page, permanent: false }],
    [
      'in GB18030, and nothing says so',
      { headers: { 'Content-Type': 'text/html' }, body: Buffer.from('d5fdcec4a1a3', 'hex') },
      { html: '正文。' },
    ],
    [
      'packed',
      { headers: { 'Content-Encoding': 'gzip' }, body: gzipSync(page) },
      { kind: 'response', html: page },
    ],
    [
      'that says it is packed and is not',
      { headers: { 'Content-Encoding': 'gzip' }, body: page },
      { kind: 'none', why: 'unreadable' },
    ],
    [
      'that is a bomb: 40 KB become 40 MB',
      { headers: { 'Content-Encoding': 'gzip' }, body: gzipSync(Buffer.alloc(40_000_000)) },
      { kind: 'none', why: 'too-large' },
    ],
    [
      'that never ends',
      (_, response) => {
        response.writeHead(200, { 'Content-Type': 'text/html' });
        const chunk = Buffer.alloc(1_000_000, 'x');
        const more = () => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on('drain', more);
        more();
      },
      { kind: 'none', why: 'too-large' },
    ],
    [
      'of another kind',
      { headers: { 'Content-Type': 'application/pdf' }, body: '%PDF' },
      { kind: 'response', status: 200, html: undefined },
    ],
    ['whose host hangs up', (request) => request.socket.destroy(), { kind: 'none', again: true }],
    ['that is put off', { status: 429, headers: { 'Retry-After': '7' } }, { retryAfter: 7000 }],
  ])('%s', async (_, reply, expected) => {
    expect(await fetchFrom({ '/a': reply })).toMatchObject(expected);
  });

  test.each<[string, Reply]>([
    ['that does not come', () => undefined],
    [
      'that does not come to its end',
      (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).write('<p>'),
    ],
  ])('%s in time', async (_, reply) => {
    expect(await fetchFrom({ '/a': reply }, '/a', 100)).toEqual({
      kind: 'none',
      why: 'timeout',
      again: true,
    });
  });
});

describe('redirects', () => {
  test('are followed, and are permanent when all of them are', async () => {
    const replies = { '/a': redirectTo('/b'), '/b': redirectTo('/c', 308), '/c': { body: page } };
    const all = await fetchFrom(replies);
    expect(all).toMatchObject({ status: 200, permanent: true });
    expect(all.kind === 'response' && new URL(all.url).pathname).toBe('/c');
    const some = await fetchFrom({ ...replies, '/b': redirectTo('/c', 302) });
    expect(some).toMatchObject({ permanent: false });
  });

  test('in a circle end', async () => {
    expect(await fetchFrom({ '/a': redirectTo('/a') })).toMatchObject({ why: 'redirects' });
  });

  test.each([
    'file:///etc/passwd',
    'http://169.254.169.254/latest/',
    'http://[::1]/',
    'ftp://a.example/',
  ])('to %s are refused', async (location) => {
    const host = await startNewsHost({ '/a': redirectTo(location) });
    const manner = { patience: 2000, privateHosts: /^(file|ftp)/.test(location) };
    const answer = fetchPage(host.url('/a'), manner, never);
    expect(await answer).toEqual({ kind: 'none', why: 'private', again: false });
  });
});

test.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://localhost/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://10.1.2.3/',
  'http://192.168.0.1/',
  'http://172.31.0.1/',
  'http://100.64.0.1/',
  'http://0.0.0.0/',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
])('%s is of a private network', async (url) => {
  const answer = await fetchPage(url, { patience: 2000, privateHosts: false }, never);
  expect(answer).toEqual({ kind: 'none', why: 'private', again: false });
});

test('addresses of the public internet are allowed', () => {
  expect(['93.184.216.34', '8.8.8.8', '2606:4700::1111'].every(isPublicAddress)).toBe(true);
});
