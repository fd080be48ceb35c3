import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { makeTemporaryFolder, writeFilesInto } from '#tests/support/temporary-folder.ts';
import { exampleFiles } from './examples.ts';

/** Serves the examples by `next start` on the port that is given, until it is stopped. */
const [port = ''] = process.argv.slice(2);
const { folder, remove } = makeTemporaryFolder();
writeFilesInto(folder, exampleFiles);
const args = [
  'node_modules/next/dist/bin/next',
  'start',
  '--hostname',
  '127.0.0.1',
  '--port',
  port,
];
const child = spawn(process.execPath, args, {
  stdio: 'inherit',
  env: { ...process.env, CONTENT_DIR: folder, NEXT_TELEMETRY_DISABLED: '1' },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
await once(child, 'close');
remove();
