import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askAt } from '#tests/support/ask.ts';
import { leave } from '#tests/support/leave.ts';
import { load } from '#tests/support/load.ts';
import type { Question } from '#tests/support/serve-folder.ts';
import { releaseSmallSite } from '#tests/support/served.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';

/** `HOST_LOAD_SECONDS=60` asks for as long as the bar says, and has as many leave as did when the host held on. */
const SECONDS = Number(process.env.HOST_LOAD_SECONDS ?? 2);
const IN_FULL = SECONDS >= 60;
const CONNECTIONS = 200;
/** How much more memory the second half of the time may take than the first, in bytes. */
const SLACK = 4 * 1024 * 1024;

const { folder, remove } = makeTemporaryFolder();
let child: ChildProcess;
let port: number;

beforeAll(async () => {
  const out = await releaseSmallSite(folder, {
    'scripts/clipping-docx.js': Buffer.from('export const part = 1;\n'.repeat(10_000)),
    'large.js': Buffer.from('export const part = 1;\n'.repeat(60_000)),
    'book.epub': Buffer.alloc(6_000_000, 'book'),
  });
  child = fork(join(import.meta.dirname, '../../support/serve-folder.ts'), [out], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
  });
  const [message] = await once(child, 'message');
  port = Number(message);
});
afterAll(async () => {
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  await closed;
  remove();
});

async function held(message: Question): Promise<number> {
  child.send(message);
  const [answer] = await once(child, 'message');
  return Number(answer);
}

const ask = async (seconds: number) => {
  const end = Date.now() + seconds * 1000;
  const paths = ['/', '/issues/2025-03-31', '/nowhere'];
  return load(
    `http://127.0.0.1:${port}`,
    paths,
    CONNECTIONS,
    () => Date.now() > end,
    (status, body) => [200, 404].includes(status) && body.length > 0,
  );
};

test(
  `${CONNECTIONS} connections for ${SECONDS} seconds: no fault, and memory that stays as it is`,
  async () => {
    const first = await ask(SECONDS / 2);
    const before = await held('memory');
    const second = await ask(SECONDS / 2);
    const after = await held('memory');
    expect([...first.faults, ...second.faults]).toEqual([]);
    // On a busy machine each connection gets one answer in the time, and no more.
    expect(second.answers).toBeGreaterThanOrEqual(CONNECTIONS);
    expect(after - before).toBeLessThan(SLACK);
    console.log(`${first.answers + second.answers} answers, ${before} and ${after} bytes`);
  },
  (SECONDS + 30) * 1000,
);

describe('no memory and no file is held for clients that have left', () => {
  const get = (path: string, header = '', method = 'GET') =>
    `${method} ${path} HTTP/1.1\r\nHost: x\r\n${header}\r\n`;
  const script = get('/scripts/clipping-docx.js');
  /** What is held before, with nobody there. */
  let files: number;
  let memory: number | undefined;
  beforeAll(async () => {
    files = await held('files');
  });

  test.each<[string, count: number, bytes: string, reads: boolean]>([
    ['two answers, a little read', 200, script.repeat(2), true],
    ['twenty answers, a little read', 300, script.repeat(20), true],
    ['twenty answers, nothing read', 300, script.repeat(20), false],
    ['twenty large answers', 300, get('/large.js').repeat(20), false],
    ['a download that is broken off', 200, get('/book.epub'), true],
    ['ranges that are broken off', 200, get('/book.epub', 'Range: bytes=9-\r\n').repeat(5), true],
    ['a page with a download behind it', 200, get('/') + get('/book.epub').repeat(3), true],
    ['a thousand heads', 50, get('/', '', 'HEAD').repeat(1000), false],
    [
      'a thousand pages that are unchanged',
      50,
      get('/', 'If-None-Match: *\r\n').repeat(1000),
      false,
    ],
    ['pages that are not there', 100, get('/nowhere').repeat(100), false],
    ['half a request', 300, 'GET / HTTP/1.1\r\nHo', false],
    ['a request and half of another', 300, `${script}GET / HT`, false],
    ['nothing', 500, '', false],
  ])('%s', async (_, count, bytes, reads) => {
    const stays = IN_FULL ? 2000 : 200;
    const connections = IN_FULL ? count : Math.ceil(count / 5);
    const leaving = { connections, bytes, reads, stays };
    // What is made ready for the first answer stays.
    await leave(port, { ...leaving, connections: 2 });
    memory ??= await held('memory');
    await leave(port, leaving);
    await expect.poll(() => held('files'), { timeout: 20_000, interval: 100 }).toBe(files);
    expect(await held('memory')).toBeLessThan(memory * 1.1);
    expect((await askAt(port, '/', {}, 'GET')).status).toBe(200);
  });
});
