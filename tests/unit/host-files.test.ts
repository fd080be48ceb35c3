import { join } from 'node:path';
import { expect, test } from 'vitest';
import { headersFile } from '#lib/publish/host-files.ts';
import { outputFile } from '#lib/site/paths.ts';
import { addressesOf, isFile } from '#lib/views/addresses.ts';
import { readArchive } from '#tests/support/feeds.ts';

/** The rules of `_headers` as hosts read them: a splat is anything, and every rule that fits is applied. */
function headersAt(path: string): [name: string, value: string][] {
  return headersFile()
    .split('\n\n')
    .map((rule) => rule.trim().split('\n'))
    .filter(([pattern = '']) => {
      const [start = '', end = ''] = pattern.split('*');
      return path.startsWith(start) && path.endsWith(end);
    })
    .flatMap(([, ...lines]) =>
      lines.map((line): [string, string] => {
        const [name = '', value = ''] = line.trim().split(/: (.*)/);
        return [name, value];
      }),
    );
}

/** Endings whose media type every host knows. */
const KNOWN = /\.(html|json|png|webmanifest)$/;

test('every file is told once what it is, and never two things', async () => {
  const archive = await readArchive(join(import.meta.dirname, '../../content'));
  const files = addressesOf(archive).filter(isFile);
  expect(files.length).toBeGreaterThan(300);
  for (const { path, type } of files) {
    const given = headersAt(path);
    const names = given.map(([name]) => name);
    expect(new Set(names).size, path).toBe(names.length);
    const told = new Map(given).get('Content-Type');
    if (told === undefined) expect(outputFile(path)).toMatch(KNOWN);
    else expect(told, path).toBe(type);
  }
});
