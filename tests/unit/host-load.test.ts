import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { load } from '#tests/support/load.ts';
import { releaseSmallSite } from '#tests/support/served.ts';
import { makeTemporaryFolder } from '#tests/support/temporary-folder.ts';

/** `HOST_LOAD_SECONDS=60` asks for as long as the bar says. */
const SECONDS = Number(process.env.HOST_LOAD_SECONDS ?? 2);
const CONNECTIONS = 200;
/** How much more memory the second half of the time may take than the first, in bytes. */
const SLACK = 4 * 1024 * 1024;

const { folder, remove } = makeTemporaryFolder();
let child: ChildProcess;
let origin: string;

beforeAll(async () => {
  const out = await releaseSmallSite(folder);
  child = fork(join(import.meta.dirname, '../support/serve-folder.ts'), [out], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
  });
  const [message] = await once(child, 'message');
  origin = `http://127.0.0.1:${message}`;
});
afterAll(async () => {
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  await closed;
  remove();
});

async function memory(): Promise<number> {
  child.send('memory');
  const [message] = await once(child, 'message');
  return Number(message);
}

const ask = async (seconds: number) => {
  const end = Date.now() + seconds * 1000;
  const paths = ['/', '/issues/2025-03-31', '/nowhere'];
  return load(
    origin,
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
    const before = await memory();
    const second = await ask(SECONDS / 2);
    const after = await memory();
    expect([...first.faults, ...second.faults]).toEqual([]);
    expect(second.answers).toBeGreaterThan(CONNECTIONS);
    expect(after - before).toBeLessThan(SLACK);
    console.log(`${first.answers + second.answers} answers, ${before} and ${after} bytes`);
  },
  (SECONDS + 30) * 1000,
);
