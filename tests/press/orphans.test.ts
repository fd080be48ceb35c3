import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { build } from '#tests/support/build.ts';
import { contentFolderWith, sampleIssue, temporaryFolder } from '#tests/support/content-folder.ts';

test('a Next server ends with the press that started it, though that is killed outright', async () => {
  const content = contentFolderWith({ '2025-03-31.md': sampleIssue(1, 1) });
  // Compiles the code where it is not.
  await build(content, `${temporaryFolder()}/out`);
  const press = spawn(process.execPath, ['lib/setup/run.cjs', 'tests/support/start-next.ts'], {
    env: { ...process.env, CONTENT_DIR: content },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [origin] = await once(press.stdout.setEncoding('utf8'), 'data');
  const answers = () =>
    fetch(`${String(origin).trim()}/about`).then(
      ({ status }) => status,
      () => 'nobody',
    );
  expect(await answers()).toBe(200);
  const closed = once(press, 'close');
  press.kill('SIGKILL');
  await closed;
  await expect.poll(answers, { timeout: 20_000 }).toBe('nobody');
});
