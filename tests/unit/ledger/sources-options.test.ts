import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { folderCiting, ledgerText, runSources, TODAY } from '#tests/support/ledger-folder.ts';
import { startNewsHost } from '#tests/support/news-host.ts';

test('--dry-run shows what would be asked, within the limit', async () => {
  const host = await startNewsHost({});
  const folder = folderCiting(host.url('/1'), host.url('/2'));
  const { stdout } = await runSources(folder, '--dry-run', '--limit', '1');
  expect(stdout).toBe(`${host.url('/1')}\n1 of 2 that are due would be asked; 2 are cited.\n`);
  expect(readdirSync(folder)).not.toContain('ledger');
  expect(host.asked()).toEqual([]);
});

test.each([
  ['--limit', 'many', /^Unexpected --limit "many", expected a whole number of 1 or more\./],
  ['--archive', '=ftp://a', undefined],
])('%s %s', async (name, value, message) => {
  const args = value.startsWith('=') ? [`${name}${value}`] : [name, value];
  const { code, stderr } = await runSources(folderCiting('https://a.example/1'), ...args);
  expect(code).toBe(2);
  expect(stderr).toMatch(message ?? /^Unexpected --archive "ftp:\/\/a", expected an address/);
});

test('a line of the ledger that cannot be read is named, and nothing is lost', async () => {
  const folder = contentFolderWith({ [`${TODAY.slice(0, 4)}.jsonl`]: '{"url":1}\n' });
  const { code, stderr } = await runSources(folder);
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/jsonl:1 cannot be read: Unexpected value for `url`/),
  ]);
  expect(ledgerText(folder)).toBe('{"url":1}\n');
});
