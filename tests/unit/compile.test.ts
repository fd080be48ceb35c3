import { readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '#lib/publish/compile.ts';
import { temporaryFolder } from '#tests/support/content-folder.ts';
import { writeFilesInto } from '#tests/support/temporary-folder.ts';

/** Stands in for Next's: it says when it begins and ends, and that two ran at a time would be seen. */
const NEXT = `
import { appendFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
appendFileSync('said', 'begin ');
await setTimeout(400);
appendFileSync('said', 'end ');
`;
const CODE = 'code';
const given = new AbortController().signal;

/** A project with a Next of ours, where `lock` stands as the number of who compiles. */
function project(lock?: string) {
  const root = temporaryFolder();
  writeFilesInto(root, {
    'node_modules/next/package.json': '{ "type": "module" }',
    'node_modules/next/dist/bin/next': NEXT,
    ...(lock === undefined ? {} : { '.next/cache/compiling': lock }),
  });
  return { root, said: () => readFileSync(join(root, 'said'), 'utf8') };
}

test('of two builds at once one compiles, and the other has what it compiled', async () => {
  const { root, said } = project();
  const compiled = await Promise.all([compile(root, CODE, given), compile(root, CODE, given)]);
  expect(compiled.sort()).toEqual([false, true]);
  expect(said()).toBe('begin end ');
  expect(await compile(root, CODE, given)).toBe(false);
});

test('of code that changed meanwhile they compile one after the other', async () => {
  const { root, said } = project();
  const first = compile(root, CODE, given);
  await expect.poll(said).toContain('begin');
  expect(await Promise.all([first, compile(root, 'other code', given)])).toEqual([true, true]);
  expect(said()).toBe('begin end begin end ');
});

test.each([
  ['whose process runs no more', '999999999'],
  ['that names none', ''],
])('a lock %s is of a build that was killed', async (_, lock) => {
  const { root } = project(lock);
  expect(await compile(root, CODE, given)).toBe(true);
});

test('a lock that is older than any compilation is nobody’s', async () => {
  const { root } = project(String(process.pid));
  const old = new Date(Date.now() - 11 * 60 * 1000);
  utimesSync(join(root, '.next/cache/compiling'), old, old);
  expect(await compile(root, CODE, given)).toBe(true);
});

test('what waits for another build ends when it is told to', async () => {
  const { root } = project(String(process.pid));
  const controller = new AbortController();
  const waiting = compile(root, CODE, controller.signal);
  controller.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
});
