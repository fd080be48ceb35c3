import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { callCommand } from '#tests/support/call-command.ts';
import { contentFolderWith, sampleIssue, temporaryFolder } from '#tests/support/content-folder.ts';

/** What a command says that was called in a folder: npm runs it in the project's and tells the other. */
const callIn = (here: string, folder: string, ...args: string[]) =>
  callCommand(args, { CONTENT_DIR: folder, INIT_CWD: here });

describe('a file is named from the folder in which npm was called', () => {
  const slip = sampleIssue(1).replaceAll('，', ',');

  test('to check, as it is in the report', async () => {
    const folder = contentFolderWith({ '2025-03-24.md': slip });
    const { code, stdout } = await callIn(join(folder, 'issues'), folder, 'check', '2025-03-24.md');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^2025-03-24\.md\n/);
  });

  test('to fix', async () => {
    const folder = contentFolderWith({ '2025-03-24.md': slip });
    const { stdout } = await callIn(folder, folder, 'fix', 'issues/2025-03-24.md');
    expect(stdout).toBe('issues/2025-03-24.md: 2 punctuation-half-width\n');
    expect(readFileSync(join(folder, 'issues/2025-03-24.md'), 'utf8')).toBe(sampleIssue(1));
  });

  test('to preview', async () => {
    const folder = contentFolderWith({ '2025-03-24.md': sampleIssue(1) });
    const elsewhere = await callIn(temporaryFolder(), folder, 'preview', '2025-03-24.md');
    expect([elsewhere.code, elsewhere.stderr]).toEqual([
      2,
      expect.stringMatching(/^2025-03-24\.md is no issue of the content folder: /),
    ]);
  });

  test('to compare with', async () => {
    const folder = contentFolderWith({ '2025-03-24.md': sampleIssue(1) });
    const here = join(temporaryFolder(), 'old');
    mkdirSync(here);
    const gone = 'https://digest.example/issues/2025-03-17';
    writeFileSync(join(here, 'sitemap.xml'), `<urlset><url><loc>${gone}</loc></url></urlset>`);
    const { code, stdout } = await callIn(here, folder, 'check', '--since', 'sitemap.xml');
    expect([code, stdout]).toEqual([1, expect.stringContaining('permalink-removed')]);
  });
});
