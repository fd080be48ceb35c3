import { describe, expect, test } from 'vitest';
import { baidu } from '#lib/publish/announce/baidu.ts';
import { indexNow } from '#lib/publish/announce/index-now.ts';
import { submitUrls } from '#lib/publish/announce/submit-urls.ts';
import { type Answering, type Received, standIn } from '#tests/support/stand-in.ts';

const origin = 'https://digest.example';
const secret = 'a1b2c3d4e5f60718';
const patience = { answer: 5000, retry: 5000 };
const pages = (count: number) =>
  Array.from({ length: count }, (_, index) => `${origin}/issues/${index}`);

async function submitToIndexNow(
  urls: string[],
  answer: (request: Received, before: number) => Answering,
) {
  const { endpoint, received } = await standIn(answer);
  return {
    result: await submitUrls(indexNow(origin, secret, endpoint), urls, patience),
    received,
  };
}

describe('IndexNow', () => {
  test('is sent the addresses with the key and where it lies', async () => {
    const { result, received } = await submitToIndexNow(pages(2), () => ({ status: 200 }));
    expect(result).toEqual({ calls: 1, took: 2, left: 0, notes: [], faults: [] });
    expect(received).toMatchObject([
      { method: 'POST', headers: { 'content-type': 'application/json; charset=utf-8' } },
    ]);
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({
      host: 'digest.example',
      key: secret,
      keyLocation: `${origin}/${secret}.txt`,
      urlList: pages(2),
    });
  });

  test('has taken addresses also when it has not checked the key yet', async () => {
    const { result } = await submitToIndexNow(pages(1), () => ({ status: 202 }));
    expect(result).toMatchObject({
      took: 1,
      left: 0,
      notes: ['it has not checked the key yet'],
      faults: [],
    });
  });

  test('is sent 25,000 addresses in three calls, each once and in order', async () => {
    const { result, received } = await submitToIndexNow(pages(25_000), () => ({ status: 200 }));
    expect(result).toMatchObject({ calls: 3, took: 25_000, left: 0 });
    const lists = received.map(({ body }): string[] => JSON.parse(body).urlList);
    expect(lists.map(({ length }) => length)).toEqual([10_000, 10_000, 5000]);
    expect(lists.flat()).toEqual(pages(25_000));
  });

  test.each([
    [400, /^it answered 400: the request is malformed$/],
    [403, /^it answered 403: the key is not accepted: the site must serve it at /],
    [422, /^it answered 422: the addresses are not of the site that the key is for$/],
    [301, /^it answered 301$/],
  ])('is asked once and no more when it answers %i', async (status, fault) => {
    const { result, received } = await submitToIndexNow(pages(10_001), () => ({ status }));
    expect(received).toHaveLength(1);
    expect(result).toMatchObject({ calls: 1, took: 0, left: 10_001 });
    expect(result.faults).toEqual([expect.stringMatching(fault)]);
  });

  test('is asked once more when it is overrun, after the time that it names', async () => {
    const { result, received } = await submitToIndexNow(pages(1), (_, before) =>
      before === 0 ? { status: 429, headers: { 'Retry-After': '0' } } : { status: 200 },
    );
    expect(received).toHaveLength(2);
    expect(result).toMatchObject({ took: 1, left: 0, faults: [] });
  });

  test('is told no more of the rest when it has enough', async () => {
    const { result, received } = await submitToIndexNow(pages(25_000), (_, before) =>
      before === 0 ? { status: 200 } : { status: 429, headers: { 'Retry-After': '0' } },
    );
    expect(received).toHaveLength(3);
    expect(result).toMatchObject({ took: 10_000, left: 15_000 });
    expect(result.faults).toEqual(['it answered 429: it takes no more addresses for now']);
  });

  test.each(['3600', 'Wed, 21 Oct 2099 07:28:00 GMT'])(
    'is not waited for when it asks for more than there is patience: %s',
    async (time) => {
      const { result, received } = await submitToIndexNow(pages(1), () => ({
        status: 503,
        headers: { 'Retry-After': time },
      }));
      expect(received).toHaveLength(1);
      expect(result.faults).toEqual(['it answered 503']);
    },
  );

  test('says what it says, but never the key', async () => {
    const { result } = await submitToIndexNow(pages(1), ({ body }) => ({
      status: 422,
      body: `no: ${body}`,
    }));
    expect(result.faults[0]).toContain('no: {"host":"digest.example","key":"…"');
    expect(result.faults[0]).not.toContain(secret);
  });
});

describe('a service', () => {
  test('that does not answer is left alone', async () => {
    const { endpoint, received } = await standIn(() => 'silence');
    const result = await submitUrls(indexNow(origin, secret, endpoint), pages(10_001), {
      answer: 50,
      retry: 0,
    });
    expect(received.length).toBeLessThanOrEqual(1);
    expect(result).toMatchObject({
      took: 0,
      left: 10_001,
      faults: ['no answer in 0.05 seconds'],
    });
  });

  test('that is not there is left alone', async () => {
    const { endpoint, close } = await standIn(() => 'silence');
    await close();
    const result = await submitUrls(baidu(origin, secret, endpoint), pages(1), patience);
    expect(result).toMatchObject({ took: 0, left: 1 });
    expect(result.faults).toEqual([expect.stringMatching(/^connect ECONNREFUSED /)]);
  });
});
