import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Pattern, patternsIn, slownessOf } from '#tests/support/patterns.ts';

const root = join(import.meta.dirname, '../../..');
const files = spawnSync('git', ['ls-files', 'lib', 'components', 'app', 'proxy.ts'], {
  cwd: root,
  encoding: 'utf8',
})
  .stdout.split('\n')
  .filter((file) => /\.(tsx?|cjs)$/.test(file) && !file.endsWith('.d.ts'));

/** The modules that make patterns of strings. Loading them starts nothing. */
const DYNAMIC = files.filter(
  (file) => /\.ts$/.test(file) && readFileSync(join(root, file), 'utf8').includes('new RegExp('),
);

/** Patterns of the project that take more than linear time, each in words. */
const slow = (patterns: readonly Pattern[]) =>
  patterns.flatMap((pattern) =>
    slownessOf(pattern).map((why) => `${pattern.file} /${pattern.source}/${pattern.flags}: ${why}`),
  );

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a regular expression takes time in step with its text', () => {
  test('each that is written out', () => {
    const patterns = files.flatMap(patternsIn);
    expect(patterns.length).toBeGreaterThan(400);
    expect(slow(patterns)).toEqual([]);
  });

  test('each that a module makes of strings when it is loaded', async () => {
    const made: Pattern[] = [];
    vi.stubGlobal(
      'RegExp',
      new Proxy(RegExp, {
        construct(target, [source, flags]) {
          const caller = new Error().stack?.split('\n')[2] ?? '';
          if (!caller.includes('node_modules'))
            made.push({ file: 'new RegExp', source: String(source), flags: String(flags ?? '') });
          return new target(source, flags);
        },
      }),
    );
    vi.resetModules();
    for (const file of DYNAMIC) await import(join(root, file));
    expect(made.length).toBeGreaterThan(15);
    expect(slow(made)).toEqual([]);
  });

  test.each([
    ['comments before a tag', /^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*<p>/, 'exponential'],
    ['blanks at the end', /\s+$/, 'quadratic'],
    ['marks at both ends', /^-+|-+$/g, 'quadratic'],
    ['two runs of blanks', /^\s*[（(]?\s*来源/, 'quadratic'],
    ['names around a bracket', /^([^<]*?)\s*<a>$/, 'quadratic'],
    ['blank lines before a word', /^\s*来源/m, 'quadratic'],
    ['words of words', /^(?: ?[a-z]+)*,/, 'exponential'],
    ['an attribute of a tag', /<a [^>]*?href="/, 'quadratic'],
    ['a level of a list', /mso-list\s*:[^;]*\blevel(\d)/i, 'quadratic'],
    ['fences on lines', /^---\n[\s\S]*?\n---$/m, 'quadratic'],
  ])('%s would be found', (_, { source, flags }, kind) => {
    expect(slownessOf({ source, flags }).join()).toContain(kind);
  });

  test.each([
    ['blanks at the end, from their first on', /(?<!\s)\s+$/],
    ['a bracket and its blanks together', /^\s*(?:[（(]\s*)?来源/],
    ['blanks of one line before a word', /^[ \t]*来源/m],
    ['a bounded run', /[（(]\s{0,9}来源/g],
    ['comments one by one', /\s*<!--[\s\S]*?-->/y],
    ['an end found first', /的决定$(?<=修改.*)/],
  ])('%s are not', (_, { source, flags }) => {
    expect(slownessOf({ source, flags })).toEqual([]);
  });
});
