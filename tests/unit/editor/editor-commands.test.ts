import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { callCommand } from '#tests/support/call-command.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';

const template = readFileSync(join(import.meta.dirname, '../../../content/template.md'), 'utf8');
const command = (folder: string, ...args: string[]) => callCommand(args, { CONTENT_DIR: folder });
const issueIn = (folder: string, date: string) => join(folder, 'issues', `${date}.md`);

describe('npm run fix', () => {
  const slip = sampleIssue(1).replaceAll('，', ',');

  test('shows what it would do, does it, says what it did, and has nothing more to do', async () => {
    const folder = contentFolderWith({ '2025-03-24.md': slip, '2025-03-31.md': sampleIssue(2) });
    const file = issueIn(folder, '2025-03-24');
    const shown = await command(folder, 'fix', '--dry-run');
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain('\n-正文第0段,讲AI与营收。\n+正文第0段，讲AI与营收。\n');
    expect(readFileSync(file, 'utf8')).toBe(slip);
    const done = await command(folder, 'fix');
    expect(done.stdout).toMatch(/2025-03-24\.md: 2 punctuation-half-width\n$/);
    expect(done.stdout.trim().split('\n')).toHaveLength(1);
    expect(readFileSync(file, 'utf8')).toBe(sampleIssue(1));
    expect(await command(folder, 'fix')).toMatchObject({
      code: 0,
      stdout: 'There is nothing that this command mends.\n',
    });
    expect(readdirSync(join(folder, 'issues'))).toEqual(['2025-03-24.md', '2025-03-31.md']);
  });

  test('is not run without an option that npm took for its own', async () => {
    const folder = contentFolderWith({ '2025-03-24.md': slip });
    // npm run fix --dry-run
    const npm = { npm_config_dry_run: 'true', npm_lifecycle_event: 'fix' };
    const fix = () => callCommand(['fix'], { CONTENT_DIR: folder, ...npm });
    expect(await fix()).toEqual({
      code: 2,
      stdout: '',
      stderr:
        '--dry-run went to npm and not to the command. Write two hyphens before it: npm run fix -- --dry-run\n',
    });
    expect(readFileSync(issueIn(folder, '2025-03-24'), 'utf8')).toBe(slip);
  });

  test('leaves a file alone that is not in UTF-8, and all the others with it', async () => {
    const folder = contentFolderWith({ '2025-03-24.md': slip });
    writeFileSync(issueIn(folder, '2025-03-31'), Buffer.from([0x23, 0xb2, 0xfa, 0xd2, 0xb5]));
    const { code, stderr } = await command(folder, 'fix');
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/2025-03-31\.md is not in UTF-8: .*\n$/),
    ]);
    expect(readFileSync(issueIn(folder, '2025-03-24'), 'utf8')).toBe(slip);
  });
});

describe('npm run new', () => {
  const draft = sampleIssue(4).replace('number: 4', 'number: 4\ndraft: true');

  test('goes on from the newest issue, a draft of a day to come too, and stops nobody', async () => {
    const folder = contentFolderWith({ '2025-03-24.md': sampleIssue(3), '2099-12-28.md': draft });
    writeFileSync(join(folder, 'template.md'), template);
    expect(await command(folder, 'new')).toMatchObject({ code: 0, stderr: '' });
    const text = readFileSync(issueIn(folder, '2100-01-04'), 'utf8');
    expect(text).toContain('number: 5\n');
    expect(text).toContain(' 2100-01-04\n');
    expect(await command(folder, 'check')).toMatchObject({ code: 0 });
    const again = await command(folder, 'new', '2100-01-04');
    expect([again.code, again.stderr]).toEqual([
      2,
      expect.stringMatching(/is there already: --force writes over it\.\n$/),
    ]);
  });

  test.each(['9999-12-31', '9999-12-25'])('has no day to go on to after %s', async (date) => {
    const folder = contentFolderWith({ [`${date}.md`]: sampleIssue(3) });
    writeFileSync(join(folder, 'template.md'), template);
    expect(await command(folder, 'check')).toMatchObject({ code: 0, stderr: '' });
    expect(await command(folder, 'new')).toEqual({
      code: 2,
      stdout: '',
      stderr: `There is no day a week after ${date}: name the day, npm run new -- 2025-03-31.\n`,
    });
  });

  test('takes the sections of the newest issue, and a day that is given', async () => {
    const folder = contentFolderWith({ '2025-03-24.md': sampleIssue(3) });
    writeFileSync(join(folder, 'template.md'), template);
    await command(folder, 'new', '2025年3月28日', '--from', 'previous');
    const text = readFileSync(issueIn(folder, '2025-03-28'), 'utf8');
    expect(text.match(/^## .*/gm)).toEqual(['## 产业要闻']);
  });

  test.each([
    [['new', '2025-02-30'], 'Unexpected date "2025-02-30", expected a day such as 2025-03-31.'],
    [
      ['new'],
      'There is no issue yet from which to count a week: name the day, npm run new -- 2025-03-31.',
    ],
    [['new', '2025-03-31', '--from', 'x'], 'Unexpected --from "x", expected previous.'],
    [['check', '--format', 'xml'], 'Unexpected format "xml", expected one of text, json, github.'],
  ])('%j is reported in one sentence', async (args, sentence) => {
    const folder = contentFolderWith({});
    expect(await command(folder, ...args)).toEqual({
      code: 2,
      stdout: '',
      stderr: `${sentence}\n`,
    });
  });
});
