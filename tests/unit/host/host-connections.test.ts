import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stopHost } from '#lib/publish/host/host.ts';
import { releaseSmallSite, sendRaw, serve } from '#tests/support/served.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';

const { folder, remove } = makeTemporaryFolder();
let server: Server;
let port: number;

beforeAll(async () => {
  const out = await releaseSmallSite(folder);
  const patience = { request: 400, idle: 1500, check: 50 };
  ({ server, port } = await serve(out, { patience }));
});
afterAll(async () => {
  await stopHost(server, 0);
  remove();
});

const end = 'Host: x\r\nConnection: close\r\n\r\n';
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

describe('a connection without a request', () => {
  test('stays open for longer than a proxy uses it', async () => {
    const { server } = await serve(join(folder, 'out'));
    await stopHost(server, 0);
    expect(Math.min(server.keepAliveTimeout, server.timeout)).toBeGreaterThan(60_000);
  });

  test('is answered again after a pause longer than the time limit of a request', async () => {
    const socket = connect(port, '127.0.0.1');
    let answers = '';
    socket.setEncoding('latin1').on('data', (chunk) => {
      answers += chunk;
    });
    for (const path of ['/', '/issues/2025-03-31']) {
      socket.write(`HEAD ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
      await wait(900);
    }
    socket.destroy();
    expect(answers.match(/^HTTP\/1\.1 200 OK\r$/gm)).toHaveLength(2);
  });
});

describe('a slow client', () => {
  test('that does not end its headers is answered with the reason', async () => {
    const answer = await sendRaw(port, 'GET / HTTP/1.1\r\nX-a: b\r\n', 4000);
    expect(statusOf(answer)).toBe(408);
  });

  test('that does not end its body is disconnected', async () => {
    const start = performance.now();
    const answer = await sendRaw(
      port,
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\na',
      4000,
    );
    expect(statusOf(answer)).toBe(405);
    expect(performance.now() - start).toBeLessThan(4000);
  });

  test('that sends nothing is disconnected, and delays nobody', async () => {
    const silent = Array.from({ length: 50 }, () => connect(port, '127.0.0.1'));
    const closed = Promise.all(silent.map((socket) => once(socket, 'close')));
    for (const socket of silent) socket.on('error', () => undefined).resume();
    expect(statusOf(await sendRaw(port, `GET / HTTP/1.1\r\n${end}`))).toBe(200);
    await closed;
  });
});

test('a client that leaves in the middle leaves no file open', async () => {
  for (let round = 0; round < 50; round += 1) {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
      socket.destroy();
    });
    await once(socket, 'close');
  }
  await wait(100);
  const count = await new Promise((resolve) => server.getConnections((_, open) => resolve(open)));
  expect(count).toBe(0);
});
