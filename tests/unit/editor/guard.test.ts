import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { type Answer, startEventServer } from '#lib/editor/event-server.ts';
import { assertOwnPage, readBody, Token } from '#lib/editor/guard.ts';

const token = new Token();
const echo: Answer = async (incoming, response, [word, ...rest]) => {
  token.assert(word);
  assertOwnPage(incoming);
  const body = incoming.method === 'POST' ? await readBody(incoming, 100) : '';
  response.end(`${rest.join('|')} ${body}`);
};

type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string };

async function startEcho(): Promise<(sent: Sent) => Promise<{ status?: number; said: string }>> {
  const server = await startEventServer({ answers: { echo } });
  onTestFinished(() => server.close());
  const { port } = new URL(server.origin);
  return ({ method = 'POST', path = `/echo/${token.value}/a`, headers = {}, body }) =>
    new Promise((resolve, reject) => {
      const given = {
        Origin: `http://127.0.0.1:${port}`,
        'Content-Type': 'application/json',
        ...headers,
      };
      const kept = Object.fromEntries(
        Object.entries(given).filter(([, value]) => value !== 'none at all'),
      );
      const asked = request({ port, host: '127.0.0.1', method, path, headers: kept, agent: false });
      asked.on('error', reject).on('response', (response) => {
        let said = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          said += chunk;
        });
        response.on('end', () =>
          resolve({ ...(response.statusCode && { status: response.statusCode }), said }),
        );
      });
      asked.end(body ?? '{}');
    });
}

test('a page of the server itself is answered', async () => {
  const send = await startEcho();
  expect(await send({})).toEqual({ status: 200, said: 'a {}' });
  expect(await send({ path: `/echo/${token.value}/%E4%B8%80/..%2F` })).toMatchObject({
    said: '一|../ {}',
  });
  expect(await send({ method: 'GET', headers: { Origin: 'none at all' } })).toMatchObject({
    status: 200,
  });
  expect(await send({ headers: { 'Sec-Fetch-Site': 'same-origin' } })).toMatchObject({
    status: 200,
  });
});

test.each<[string, Sent, number]>([
  ['another host', { headers: { Host: 'example.org' } }, 403],
  ['a page of another site', { headers: { Origin: 'https://example.org' } }, 403],
  ['a page without an origin', { headers: { Origin: 'null' } }, 403],
  ['a program that names no origin', { headers: { Origin: 'none at all' } }, 403],
  ['another server of this machine', { headers: { Origin: 'http://127.0.0.1:1' } }, 403],
  ['what a browser says is foreign', { headers: { 'Sec-Fetch-Site': 'cross-site' } }, 403],
  ['what a browser says is near', { headers: { 'Sec-Fetch-Site': 'same-site' } }, 403],
  ['no token', { path: '/echo' }, 403],
  ['another token', { path: `/echo/${new Token().value}` }, 403],
  ['the start of the token', { path: `/echo/${token.value.slice(0, 20)}` }, 403],
  ['a form', { headers: { 'Content-Type': 'text/plain' } }, 415],
  ['no type', { headers: { 'Content-Type': 'none at all' } }, 415],
  ['a long body', { body: 'x'.repeat(101) }, 413],
  [
    'a long body in pieces',
    { body: 'x'.repeat(101), headers: { 'Transfer-Encoding': 'chunked' } },
    413,
  ],
  ['a malformed address', { path: `/echo/%ff` }, 400],
])('%s is refused', async (_, sent, status) => {
  const { status: given, said } = await (await startEcho())(sent);
  expect(given).toBe(status);
  expect(said.length).toBeGreaterThan(5);
});
