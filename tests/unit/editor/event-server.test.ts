import { get } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { startEventServer } from '#lib/editor/event-server.ts';
import { isLoopbackHost, isLoopbackOrigin } from '#lib/system/loopback.ts';

const ours = [
  'localhost',
  'LOCALHOST:3000',
  'preview.localhost:3000',
  'a.b.localhost',
  '127.0.0.1',
  '127.0.0.1:3000',
  '127.255.3.9:80',
  '[::1]',
  '[::1]:3000',
];
const others = [
  '',
  'example.org',
  'example.org:3000',
  'localhost.example.org',
  'notlocalhost',
  'localhost.',
  '.localhost',
  '127.0.0.1.example.org',
  '127.0.0.256',
  '127.1',
  '128.0.0.1',
  '0.0.0.0',
  '192.168.1.5:3000',
  '10.0.0.1',
  '[::2]',
  '::1',
  'localhost:3000@example.org',
  'example.org#localhost',
  'localhost, example.org',
  'user@localhost',
];

test.each(ours)('%s is this machine', (host) => {
  expect(isLoopbackHost(host)).toBe(true);
  expect(isLoopbackOrigin(`http://${host}`)).toBe(true);
});
test.each(others)('%j may be another machine', (host) => {
  expect(isLoopbackHost(host)).toBe(false);
  expect(isLoopbackOrigin(`http://${host}`)).toBe(false);
});
test('a request without a host, or with an opaque origin, is not one of ours', () => {
  for (const none of [null, undefined]) expect(isLoopbackHost(none)).toBe(false);
  expect(isLoopbackOrigin('null')).toBe(false);
});

test('the events of a preview are for the pages of this machine alone', async () => {
  const events = await startEventServer();
  onTestFinished(() => events.close());
  events.send({ faults: ['草稿'] });
  const { port } = new URL(events.origin);
  const ask = (headers: Record<string, string>): Promise<[number | undefined, string]> =>
    new Promise((resolve, reject) => {
      const request = get({ host: '127.0.0.1', port, headers, agent: false }, (response) => {
        response.setEncoding('utf8').once('data', (chunk: string) => {
          resolve([response.statusCode, chunk]);
          request.destroy();
        });
      }).on('error', reject);
    });
  const page = { Origin: 'http://localhost:3000' };
  for (const headers of [page, {}, { Host: `localhost:${port}`, ...page }])
    expect(await ask(headers)).toEqual([200, 'data: {"faults":["草稿"]}\n\n']);
  for (const headers of [
    { Host: `example.org:${port}` },
    { Host: `example.org:${port}`, Origin: `http://example.org:${port}` },
    { Origin: 'https://example.org' },
    { Origin: 'null' },
  ]) {
    const [status, said] = await ask(headers);
    expect(status).toBe(403);
    expect(said).toMatch(/^The preview shows drafts.*: open it as localhost\.\n$/);
  }
});
