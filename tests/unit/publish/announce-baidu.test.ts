import { describe, expect, test } from 'vitest';
import { baidu } from '#lib/publish/announce/baidu.ts';
import { submitUrls } from '#lib/publish/announce/submit-urls.ts';
import { type Answering, type Received, standIn } from '#tests/support/stand-in.ts';

const origin = 'https://digest.example';
const secret = 'a1b2c3d4e5f60718';
const patience = { answer: 5000, retry: 5000 };
const pages = (count: number) =>
  Array.from({ length: count }, (_, index) => `${origin}/issues/${index}`);
const json = (status: number, value: unknown, headers = {}): Answering => ({
  status,
  body: JSON.stringify(value),
  headers,
});

async function submitToBaidu(
  urls: string[],
  answer: (request: Received, before: number) => Answering,
) {
  const { endpoint, received } = await standIn(answer);
  return { result: await submitUrls(baidu(origin, secret, endpoint), urls, patience), received };
}

describe('Baidu', () => {
  test('is sent an address a line, with the site and the token in the query', async () => {
    const { result, received } = await submitToBaidu(pages(2), () =>
      json(200, { remain: 98, success: 2 }),
    );
    expect(result).toEqual({
      calls: 1,
      took: 2,
      left: 0,
      notes: ['it takes 98 more today'],
      faults: [],
    });
    expect(received).toMatchObject([
      {
        method: 'POST',
        url: `/urls?site=https://digest.example&token=${secret}`,
        headers: { 'content-type': 'text/plain' },
        body: `${origin}/issues/0\n${origin}/issues/1`,
      },
    ]);
  });

  test('has taken a part, and says which it has not', async () => {
    const { result } = await submitToBaidu(pages(9), () =>
      json(200, { remain: 5, success: 1, not_same_site: pages(6), not_valid: ['x'] }),
    );
    expect(result).toMatchObject({ took: 1, left: 0 });
    expect(result.faults).toEqual([
      `6 addresses not of the site that BAIDU_TOKEN is for: ${pages(5).join(' ')} and 1 more`,
      '1 address not valid: x',
      '1 address not taken, for a reason that it does not name',
    ]);
  });

  test('is sent 25,000 addresses in thirteen calls', async () => {
    const { result, received } = await submitToBaidu(pages(25_000), ({ body }, before) => {
      const success = body.split('\n').length;
      return json(200, { remain: 100_000 - 2000 * before - success, success });
    });
    expect(result).toMatchObject({ calls: 13, took: 25_000, left: 0, faults: [] });
    const lists = received.map(({ body }) => body.split('\n'));
    expect(lists.map(({ length }) => length)).toEqual([...Array(12).fill(2000), 1000]);
    expect(lists.flat()).toEqual(pages(25_000));
  });

  test('gets no more addresses than it takes today', async () => {
    const { result, received } = await submitToBaidu(pages(5000), ({ body }) => {
      const success = body.split('\n').length;
      return json(200, { remain: success === 2000 ? 10 : 0, success });
    });
    expect(received.map(({ body }) => body.split('\n').length)).toEqual([2000, 10]);
    expect(result).toMatchObject({ took: 2010, left: 2990, faults: ['it takes no more today'] });
  });

  test.each([
    [
      400,
      'over quota',
      'it answered 400: over quota: it takes no more addresses of this site today',
    ],
    [
      400,
      'site error',
      'it answered 400: site error: the site is not registered at Baidu with this origin',
    ],
    [400, 'empty content', 'it answered 400: empty content'],
    [
      401,
      'token is not valid',
      'it answered 401: token is not valid: BAIDU_TOKEN is not the one that Baidu gave this site',
    ],
    [404, 'not found', 'it answered 404: not found'],
  ])('is asked once and no more when it answers %i, %s', async (error, message, fault) => {
    const { result, received } = await submitToBaidu(pages(2001), () =>
      json(error, { error, message }),
    );
    expect(received).toHaveLength(1);
    expect(result).toMatchObject({ took: 0, left: 2001, faults: [fault] });
  });

  test('is asked once more when it is broken', async () => {
    const { result, received } = await submitToBaidu(pages(1), () =>
      json(
        500,
        { error: 500, message: 'internal error, please try later' },
        { 'Retry-After': '0' },
      ),
    );
    expect(received).toHaveLength(2);
    expect(result.faults).toEqual(['it answered 500: internal error, please try later']);
  });

  test.each(['<html>502</html>', '', '{"remain":"many"}', 'null'])(
    'is not understood when it answers %j',
    async (body) => {
      const { result } = await submitToBaidu(pages(1), () => ({ status: 200, body }));
      expect(result).toMatchObject({ took: 0, left: 1 });
      expect(result.faults).toEqual([
        expect.stringMatching(/^it answered 200 with something unexpected/),
      ]);
    },
  );
});
