import { describe, expect, test } from 'vitest';
import { serveBooksDuringTests } from '#tests/support/served.ts';

const { small, large, ask, tagOf } = serveBooksDuringTests();

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

  test('is sent where If-Range names this version of the file, and otherwise the whole file is', async () => {
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
