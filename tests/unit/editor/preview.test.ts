import { createServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listen } from '#lib/system/listen.ts';
import { run } from '#tests/support/build.ts';
import { callCommand } from '#tests/support/call-command.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';

const issues = {
  '2025-03-24.md': sampleIssue(1),
  '2999-01-07.md': sampleIssue(2).replace('number: 2', 'draft: true'),
};

describe('npm run preview', () => {
  test.each([
    [
      '2025-04-01',
      'There is no issue of 2025-04-01: npm run preview -- 2025-03-24 opens the nearest one, npm run new -- 2025-04-01 makes it.',
    ],
    [
      'ISSUES/2999-01-14.md',
      'There is no issue of 2999-01-14: npm run preview -- 2999-01-07 opens the nearest one, npm run new -- 2999-01-14 makes it.',
    ],
    [
      'package.json',
      'package.json is no issue of the content folder: name one, such as ISSUES/2999-01-07.md, or none for the newest.',
    ],
    [
      '2025-03-24.md',
      '2025-03-24.md is no issue of the content folder: name one, such as ISSUES/2999-01-07.md, or none for the newest.',
    ],
  ])('of %s is refused in one sentence', async (word, sentence) => {
    const folder = contentFolderWith(issues);
    const place = (text: string) => text.replace('ISSUES', `${folder}/issues`);
    const { code, stdout, stderr } = await callCommand(['preview', place(word)], {
      CONTENT_DIR: folder,
      INIT_CWD: '/',
    });
    expect([code, stdout, stderr.replaceAll(folder.slice(1), folder)]).toEqual([
      2,
      '',
      `${place(sentence)}\n`,
    ]);
  });

  test.each(['abc', '99999'])('on port %s is refused', async (port) => {
    const environment = { CONTENT_DIR: contentFolderWith(issues), PORT: port };
    expect(await callCommand(['preview'], environment)).toEqual({
      code: 2,
      stdout: '',
      stderr: `PORT must be a number from 1 to 65535, and it is "${port}".\n`,
    });
  });

  test('says what is amiss with the publication where it can show no page', async () => {
    const server = createServer();
    onTestFinished(() => void server.close());
    await listen(server, 0, '127.0.0.1');
    const { port } = server.address() as { port: number };
    const { stderr } = await run(['lib/editor/cli.ts', 'preview'], {
      CONTENT_DIR: contentFolderWith({ ...issues, 'site.yml': 'name: 试刊\n' }),
      // A port that is taken ends the command once it has said so.
      PORT: String(port),
    });
    expect(stderr).toMatch(/site\.yml\n1:1 error Unexpected value for `about`/);
    expect(stderr).toMatch(/\nPort \d+ is busy: /);
  });
});
