import { describe, expect, test } from 'vitest';
import { releaseSiteOfAllKinds, serveDuringTests } from '#tests/support/served.ts';

const { ask } = serveDuringTests(releaseSiteOfAllKinds);

describe('an address', () => {
  test.each([
    ['/issues', '/archive'],
    ['/issues?a=1', '/archive?a=1'],
    [encodeURI('/sources/旧名'), encodeURI('/sources/光明日报')],
    ['/issues/2025-03-31/', '/issues/2025-03-31'],
    ['/issues/2025-03-31.html', '/issues/2025-03-31'],
    ['/index.html', '/'],
    ['/index%2Ehtml', '/'],
    ['/anchored?a=1', '/archive?a=1#b'],
    ['//example.org/', '/example.org'],
  ])('%s redirects to %s', async (path, to) => {
    expect(await ask(path)).toMatchObject({ status: 308, headers: { location: to } });
  });

  test.each(['bytes=5-2', 'bytes=0-99999999999999999999', 'bytes=-5', 'bytes=0-3', 'x'])(
    'is answered whole where the range %s is asked for',
    async (range) => {
      const whole = await ask('/');
      expect(await ask('/', { Range: range })).toMatchObject({ status: 200, body: whole.body });
    },
  );

  test.each([
    '/%34%30%34',
    '/%5Fheaders',
    '/index.html%2Ebr',
    '/nowhere',
    '/404',
    '/_headers',
    '/_redirects',
    '/nginx.conf',
    '/Caddyfile',
    '/index.html.br',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/.hidden/notes.json',
    '/issues//2025-03-31',
    '//feed.json',
    '/issues/../feed.json',
    '/./feed.json',
  ])('%s is not found', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body.toString()).toContain('没有');
  });

  test.each(['/%E0%A4%A', '/%', '/%00', 'nothing'])('%s is malformed', async (path) => {
    expect((await ask(path)).status).toBe(400);
  });
});
