import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { callCommand } from '#tests/support/call-command.ts';
import { contentFolderWith, sampleIssue, temporaryFolder } from '#tests/support/content-folder.ts';

const command = (folder: string, ...args: string[]) =>
  callCommand(args, { CONTENT_DIR: folder, INIT_CWD: folder });
const good = sampleIssue(1);
const slip = good.replaceAll('，', ',');

describe('a link that leads out of the content folder', () => {
  const secret = () => {
    const file = join(temporaryFolder(), 'secret.md');
    writeFileSync(file, slip);
    return file;
  };
  const refused = (path: string) => ({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(
      new RegExp(`/${path} is a link that leads out of the content folder: [^\\n]*\\n$`),
    ),
  });

  test.each(['check', 'fix'])('is neither read nor written by %s', async (name) => {
    const file = secret();
    const folder = contentFolderWith({});
    symlinkSync(file, join(folder, 'issues/2025-03-24.md'));
    expect(await command(folder, name)).toMatchObject(refused('issues/2025-03-24\\.md'));
    expect(readFileSync(file, 'utf8')).toBe(slip);
  });

  test('is not written by import', async () => {
    const file = secret();
    const folder = contentFolderWith({});
    symlinkSync(file, join(folder, 'issues/2025-03-24.md'));
    writeFileSync(join(folder, '2025-03-24.txt'), good);
    const run = await command(folder, 'import', join(folder, '2025-03-24.txt'), '--force');
    expect(run).toMatchObject(refused('issues/2025-03-24\\.md'));
    expect(readFileSync(file, 'utf8')).toBe(slip);
  });

  test('is not read where a registry or the folder of issues is one', async () => {
    const registry = contentFolderWith({});
    rmSync(join(registry, 'sources.yml'));
    symlinkSync('/etc/passwd', join(registry, 'sources.yml'));
    expect(await command(registry, 'check')).toMatchObject(refused('sources\\.yml'));
    const whole = contentFolderWith({});
    rmSync(join(whole, 'issues'), { recursive: true });
    symlinkSync(dirname(secret()), join(whole, 'issues'));
    expect(await command(whole, 'check')).toMatchObject(refused('issues'));
  });
});
