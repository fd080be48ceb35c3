import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { feedFetcher } from '#lib/editor/inbox/feeds/fetch-feed.ts';
import { type Behaviour, standInWeb } from '#tests/support/stand-in-web.ts';

const request = { agent: 'Dibao/1', etag: undefined, lastModified: undefined, patience: 5000 };
const fetchHere = feedFetcher(true);
/** What is fetched from a server that behaves so. */
async function fetched(behaviour: Behaviour, patience = 5000) {
  const { origin } = await standInWeb({ '/feed': behaviour });
  return fetchHere(`${origin}/feed`, { ...request, patience });
}

/** 中 in GB18030. */
const ZHONG = [0xd6, 0xd0];

describe('a feed', () => {
  test('is asked for by what it was known by', async () => {
    const known = { etag: '"a"', lastModified: 'Wed, 26 Mar 2025 10:00:00 GMT' };
    const { origin, requests } = await standInWeb({
      '/feed': ({ headers }) =>
        headers['if-none-match'] === '"a"'
          ? { status: 304 }
          : { body: '甲', headers: { ETag: known.etag, 'Last-Modified': known.lastModified } },
    });
    const url = `${origin}/feed`;
    expect(await fetchHere(url, request)).toEqual({ text: '甲', url, ...known });
    expect(await fetchHere(url, { ...request, ...known })).toEqual({ unchanged: true });
    expect(requests[0]?.headers['user-agent']).toBe('Dibao/1');
    expect(requests[0]?.headers.accept).toContain('application/rss+xml');
    expect(requests[1]?.headers['if-modified-since']).toBe(known.lastModified);
  });

  test('is followed where it has moved', async () => {
    const { origin } = await standInWeb({
      '/feed': { status: 301, headers: { Location: '/new' } },
      '/new': { body: '甲', packed: 'gzip' },
    });
    expect(await fetchHere(`${origin}/feed`, request)).toMatchObject({
      text: '甲',
      url: `${origin}/new`,
    });
  });

  test.each(['gb2312', 'GB18030'])(
    'is read in the encoding of its declaration, %s',
    async (name) => {
      const head = Buffer.from(`<?xml version="1.0" encoding="${name}"?>`);
      const body = Uint8Array.from([...head, ...ZHONG]);
      const headers = { 'Content-Type': 'text/xml' };
      expect(await fetched({ body, headers })).toMatchObject({ text: `${head.toString()}中` });
    },
  );

  test('says when it wants to be asked again, in a day at the latest', async () => {
    const waitFor = async (retryAfter: string) => {
      const answer = await fetched({ status: 429, headers: { 'Retry-After': retryAfter } });
      expect(answer).toMatchObject({ fault: 'it answered 429' });
      return ('notBefore' in answer ? (answer.notBefore ?? 0) : 0) - Date.now();
    };
    const short = await waitFor('120');
    expect(short > 100_000 && short <= 120_000).toBe(true);
    expect(await waitFor('99999999')).toBeLessThanOrEqual(24 * 60 * 60 * 1000);
  });

  test.each<[string, Behaviour, string]>([
    ['is gone', { status: 404 }, 'it answered 404'],
    ['breaks off', { broken: true, body: 'x' }, 'there was no connection, or it broke'],
    [
      'is a bomb',
      { packed: 'gzip', body: new Uint8Array(6 * 1024 * 1024) },
      'the page is too large',
    ],
    ['has no end', { endless: true, body: 'x'.repeat(100_000) }, 'the page is too large'],
    [
      'is no gzip',
      { headers: { 'Content-Encoding': 'gzip' }, body: 'x' },
      'the page cannot be unpacked',
    ],
    [
      'moves in a circle',
      { status: 302, headers: { Location: '/feed' } },
      'there were too many redirects',
    ],
  ])('that %s is one fault in a few words', async (_, behaviour, fault) => {
    expect(await fetched(behaviour)).toMatchObject({ fault });
  });

  test('that never answers is given up', async () => {
    expect(await fetched({ slow: 5000 }, 100)).toEqual({ fault: 'the page did not come in time' });
  });

  test('in a private network is not asked, unless that is allowed', async () => {
    const { origin, requests } = await standInWeb({ '/feed': { body: '甲' } });
    const answer = await feedFetcher()(`${origin}/feed`, request);
    expect(answer).toMatchObject({ fault: expect.stringContaining('private network') });
    expect(requests).toEqual([]);
  });
});
