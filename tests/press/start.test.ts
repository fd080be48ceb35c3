import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { readHostSettings } from '#lib/publish/host/serve.ts';
import { Failure } from '#lib/system/failure.ts';
import { run } from '#tests/support/build.ts';

/** Takes a free port of an address for the length of a test. */
function occupy(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    onTestFinished(() => {
      server.close();
    });
    server.once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
}

const start = (environment: Record<string, string>) =>
  run(['lib/publish/cli.ts', 'start'], environment);

test('a busy port is reported before the build', async () => {
  const port = await occupy('127.0.0.1');
  const { code, stdout, stderr } = await start({ PORT: String(port) });
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trim()).toBe(
    `Port ${port} is busy: stop what listens there, or choose another with PORT=${port + 1} npm start.`,
  );
});

const refusal = (port: string) => `PORT must be a number from 1 to 65535, and it is "${port}".`;

test('PORT=abc is refused', async () => {
  const { code, stderr } = await start({ PORT: 'abc' });
  expect(code).toBe(2);
  expect(stderr.trim()).toBe(refusal('abc'));
});

// What is refused is decided here, and a process of its own for each would take twenty times as long.
test.each(['0', '65536', '80.5', '-1'])('PORT=%s is refused', (port) => {
  expect(() => readHostSettings({ ...process.env, PORT: port })).toThrow(
    new Failure(refusal(port), 2),
  );
});

test('HOST that is no address here is refused', async () => {
  const { code, stderr } = await start({ PORT: '4999', HOST: '192.0.2.1' });
  expect(code).toBe(1);
  expect(stderr.trim()).toBe(
    'HOST 192.0.2.1 is no address of this machine: leave it out, or name one that is.',
  );
});
