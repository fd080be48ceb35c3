import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readLedger } from '#lib/content/ledger/read-ledger.ts';
import { readIfThere } from '#lib/system/read-if-there.ts';
import { callCommand } from '#tests/support/call-command.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { articlePage, type NewsHost, startNewsHost } from '#tests/support/news-host.ts';

const root = join(import.meta.dirname, '../../..');
const COUNT = 60;
/** What a killed run may lose: the records that were not written yet, and the one that was being asked. */
const LOST = 21;
const numbers = Array.from({ length: COUNT }, (_, index) => index);

const environment = (folder: string) => ({
  CONTENT_DIR: folder,
  INIT_CWD: folder,
});
const recordsIn = async (folder: string) => {
  const text = (await readIfThere(join(folder, 'ledger/2025.jsonl'))) ?? '';
  const { ledger, diagnostics } = readLedger([{ path: '2025.jsonl', text }]);
  expect(diagnostics.flatMap(({ messages }) => messages)).toEqual([]);
  return ledger;
};
const pagesAsked = ({ asked }: NewsHost) => asked().filter((path) => path !== '/robots.txt').length;

/** Runs the command in a process of its own, and sends it a signal in the middle. @returns its exit code */
async function interrupt(folder: string, host: NewsHost, signal: 'SIGINT' | 'SIGKILL') {
  const args = [
    'lib/setup/run.cjs',
    'lib/editor/cli.ts',
    'sources',
    '--allow-private',
    '--pause',
    '0',
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, SITE_ORIGIN: '', ...environment(folder) },
    stdio: 'ignore',
  });
  const ended = once(child, 'close');
  while (pagesAsked(host) < COUNT * 0.7 && child.exitCode === null) await wait(5);
  child.kill(signal);
  const [code] = await ended;
  return code;
}

test.each(['SIGINT', 'SIGKILL'] as const)(
  'a run that ends by %s goes on where it stopped',
  async (signal) => {
    const replies = numbers.map((index) => [
      `/${index}`,
      { body: articlePage(`消息之${index}`, `某地第${index}次公布登记数量，共有1024件作品。`) },
    ]);
    const host = await startNewsHost(Object.fromEntries(replies), { slow: 10 });
    const items = numbers.map(
      (index) => `### 消息之${index}\n\n正文。\n\n来源：[某报](${host.url(`/${index}`)})\n`,
    );
    const folder = contentFolderWith({ '2025-03-31.md': `## 产业要闻\n\n${items.join('\n')}` });

    const code = await interrupt(folder, host, signal);
    const asked = pagesAsked(host);
    const before = await recordsIn(folder);
    expect(asked).toBeLessThan(COUNT);
    if (signal === 'SIGINT') {
      expect(code).toBe(130);
      expect(before.size).toBeGreaterThanOrEqual(asked - 1);
    } else expect(before.size).toBeGreaterThanOrEqual(asked - LOST);

    const { code: again } = await callCommand(
      ['sources', '--allow-private', '--pause', '0'],
      environment(folder),
    );
    expect(again).toBe(0);
    expect((await recordsIn(folder)).size).toBe(COUNT);
    // What was written was not asked a second time.
    expect(pagesAsked(host)).toBe(asked + COUNT - before.size);
  },
);
