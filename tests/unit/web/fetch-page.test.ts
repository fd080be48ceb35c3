import { describe, expect, test } from 'vitest';
import { fetchPage, userAgent } from '#lib/web/fetch-page.ts';
import { readRetryAfter } from '#lib/web/retry-after.ts';
import { type Behaviour, standInWeb } from '#tests/support/stand-in-web.ts';

const options = { agent: userAgent('https://digest.example'), allowPrivate: true };
const MB = 1024 * 1024;

async function fetched(behaviour: Behaviour, more = {}) {
  const web = await standInWeb({ '/a': behaviour });
  return { ...web, answer: await fetchPage(`${web.origin}/a`, { ...options, ...more }) };
}

describe('fetchPage', () => {
  test('asks once, by our name, without cookies', async () => {
    const { answer, requests } = await fetched({
      body: '正文',
      headers: {
        ETag: '"1"',
        'Last-Modified': 'Mon, 31 Mar 2025 00:00:00 GMT',
        'Set-Cookie': 'a=1',
      },
    });
    expect(answer).toMatchObject({
      kind: 'page',
      status: 200,
      headers: { etag: '"1"', lastModified: 'Mon, 31 Mar 2025 00:00:00 GMT' },
    });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.headers['user-agent']).toBe('Dibao/1 (+https://digest.example)');
    expect(requests[0]?.headers.cookie).toBeUndefined();
  });

  test.each(['gzip', 'br', 'deflate', 'raw-deflate'] as const)('unpacks %s', async (packed) => {
    const { answer } = await fetched({ body: '很长的正文'.repeat(100), packed });
    if (answer.kind !== 'page') throw new Error(answer.kind);
    expect(new TextDecoder().decode(answer.bytes)).toBe('很长的正文'.repeat(100));
  });

  test.each<[string, Behaviour]>([
    ['a body that is too large', { body: new Uint8Array(6 * MB) }],
    ['a body that unpacks to too much', { body: new Uint8Array(64 * MB), packed: 'gzip' }],
    ['the same in brotli', { body: new Uint8Array(64 * MB), packed: 'br' }],
    ['a body without an end', { body: 'x'.repeat(64_000), endless: true }],
  ])('stops at %s', async (_, behaviour) => {
    const { answer } = await fetched(behaviour);
    expect(answer).toMatchObject({ kind: 'failed', reason: 'size' });
  });

  test('stops at a body that unpacks to nothing, without an end', async () => {
    const behaviour: Behaviour = { body: '', packed: 'gzip', endless: true };
    const { answer } = await fetched(behaviour, { sizeLimit: 10_000 });
    expect(answer).toMatchObject({ kind: 'failed', reason: 'size' });
  });

  test.each<[string, Behaviour, string]>([
    ['a slow head', { slow: 5000 }, 'time'],
    ['a broken connection', { body: 'half', broken: true }, 'connection'],
    ['a broken archive', { body: 'no gzip', headers: { 'Content-Encoding': 'gzip' } }, 'encoding'],
    ['an unknown encoding', { body: 'a', headers: { 'Content-Encoding': 'zstd' } }, 'encoding'],
  ])('fails for %s', async (_, behaviour, reason) => {
    const { answer } = await fetched(behaviour, { timeLimit: 300 });
    expect(answer).toMatchObject({ kind: 'failed', reason });
  });

  test('fails where nothing listens', async () => {
    const answer = await fetchPage('http://127.0.0.1:9/', options);
    expect(answer).toMatchObject({ kind: 'failed', reason: 'connection' });
  });

  test('keeps no cookie from a redirect, and says each move', async () => {
    const headers = { Location: '/b', 'Set-Cookie': 'a=1' };
    const web = await standInWeb({ '/a': { status: 301, headers }, '/b': { body: 'b' } });
    const answer = await fetchPage(`${web.origin}/a`, options);
    expect(answer).toMatchObject({
      kind: 'page',
      address: `${web.origin}/b`,
      moves: [{ from: `${web.origin}/a`, to: `${web.origin}/b`, status: 301 }],
    });
    expect(web.requests[1]?.headers.cookie).toBeUndefined();
  });

  test('stops after some redirects', async () => {
    const { answer, requests } = await fetched({ status: 302, headers: { Location: '/a' } });
    expect(answer).toMatchObject({ kind: 'failed', reason: 'redirects' });
    expect(requests).toHaveLength(6);
  });

  test.each([
    ['file:///etc/passwd', 'scheme'],
    ['data:text/html,a', 'scheme'],
    ['http://u:p@127.0.0.1/', 'credentials'],
    ['http://[bad/', 'malformed'],
  ])('refuses a redirect to %s', async (location, reason) => {
    const { answer } = await fetched({ status: 302, headers: { Location: location } });
    expect(answer).toMatchObject({ kind: 'refused', reason, address: location });
  });

  test('refuses a redirect to a private address', async () => {
    const location = 'http://169.254.169.254/latest';
    const { port } = await standInWeb({ '/': { status: 302, headers: { Location: location } } });
    const host = `127.0.0.1:${port}`;
    const answer = await fetchPage(`http://${host}/`, { agent: 'test', allowPrivate: [host] });
    expect(answer).toMatchObject({ kind: 'refused', reason: 'private', address: location });
  });

  test.each([404, 403, 410, 429, 500, 503])(
    'gives a page with status %i as it is',
    async (status) => {
      const { answer } = await fetched({ status, body: 'x', headers: { 'Retry-After': '120' } });
      expect(answer).toMatchObject({ kind: 'page', status, headers: { retryAfter: 120 } });
    },
  );

  test('asks whether the page has changed', async () => {
    const { answer, requests } = await fetched({ status: 304 }, { etag: '"1"', lastModified: 'x' });
    expect(answer).toMatchObject({ kind: 'unchanged', status: 304 });
    expect(requests[0]?.headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': 'x',
    });
  });

  test('can be ended', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(fetchPage('http://127.0.0.1:9/', { ...options, signal })).rejects.toThrow(
      'enough',
    );
  });
});

test.each([
  ['120', 120],
  ['Mon, 31 Mar 2025 00:02:00 GMT', 120],
  ['Mon, 31 Mar 2025 00:00:00 GMT', 0],
  ['soon', undefined],
  ['-5', undefined],
  [undefined, undefined],
])('Retry-After: %s', (value, expected) => {
  expect(readRetryAfter(value, new Date('2025-03-31T00:00:00Z'))).toBe(expected);
});
