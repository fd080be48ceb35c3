import { expect, test } from 'vitest';
import { run } from '#tests/support/build.ts';

/*
 * Every command once in a process of its own, for its exit code and for what it prints where. What each does is
 * tested in this process (tests/support/call-command.ts).
 */
const EDITOR = 'lib/editor/cli.ts';
const PUBLISH = 'lib/publish/cli.ts';

test.each([
  [EDITOR, 'check'],
  [EDITOR, 'fix'],
  [EDITOR, 'import'],
  [EDITOR, 'mail'],
  [EDITOR, 'desk'],
  [EDITOR, 'inbox'],
  [EDITOR, 'diff'],
  [EDITOR, 'new'],
  [EDITOR, 'preview'],
  [EDITOR, 'edit'],
  [EDITOR, 'sources'],
  [PUBLISH, 'announce'],
  [PUBLISH, 'verify'],
])('%s %s ends with 2 and names on stderr what it does not know', async (script, name) => {
  expect(await run([script, name, '--nonsense'])).toEqual({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^Unknown option '--nonsense'/),
  });
});

test.each([
  [EDITOR, 'check'],
  [PUBLISH, 'verify'],
])('%s %s ends with 0 and prints its usage on stdout', async (script, name) => {
  expect(await run([script, name, '--help'])).toEqual({
    code: 0,
    stdout: expect.stringMatching(new RegExp(`^Usage: npm run ${name} -- `)),
    stderr: '',
  });
});

test('an unknown command is refused with a list of the commands', async () => {
  expect(await run([EDITOR, 'chek'])).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'There is no command "chek". The commands are check, preview, edit, import, fix, new, add, mail, desk, sources, inbox, diff.\n',
  });
});
