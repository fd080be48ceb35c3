import { runAudit } from './audit.ts';
import { findChromium, WrongPath } from './chromium.ts';
import { type Outcome, runPart } from './part.ts';
import { readPlaywright, readVitest } from './reports.ts';

/**
 * `npm test`: every check that a change must pass, one after the other, to the end even when one fails.
 * The last line counts all of them; the exit code is 1 when one failed.
 */
const command = (script: string, ...args: string[]) => ['lib/setup/run.cjs', script, ...args];
const tool = (name: string, bin: string, ...args: string[]) => [
  `node_modules/${name}/${bin}`,
  ...args,
];
const vitest = (project: string) =>
  tool(
    'vitest',
    'vitest.mjs',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--root',
    '.',
    '--project',
    project,
  );

const outcomes: Outcome[] = [
  await runPart('format', [tool('@biomejs/biome', 'bin/biome', 'format', '.')]),
  await runPart('lint', [tool('@biomejs/biome', 'bin/biome', 'lint', '--error-on-warnings', '.')]),
  await runPart('types', [
    tool('next', 'dist/bin/next', 'typegen'),
    tool('typescript', 'bin/tsc', '--noEmit'),
  ]),
  await runPart('licences', [command('tests/gate/licences.ts')]),
  runAudit(),
  await runPart('content', [command('lib/editor/cli.ts', 'check')]),
  await runPart('unit tests', [vitest('unit')], readVitest),
  await runPart('build', [command('lib/publish/cli.ts', 'build')]),
  await runPart('press tests', [vitest('press')], readVitest),
  await runBrowserTests(),
];

const total = (of: keyof Outcome) =>
  outcomes.reduce((sum, outcome) => sum + Number(outcome[of]), 0);
const [passed, failed, skipped] = [total('passed'), total('failed'), total('skipped')];
console.log('');
for (const { name, failed: count } of outcomes) if (count > 0) console.log(`Failed: ${name}`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

async function runBrowserTests(): Promise<Outcome> {
  const chromium = await findChromium().catch((error: unknown) => {
    if (error instanceof WrongPath) return error;
    throw error;
  });
  if (chromium instanceof WrongPath) {
    console.log(`\n── browser tests ── ${chromium.message}`);
    return { name: 'browser tests', passed: 0, failed: 1, skipped: 0 };
  }
  if (chromium === undefined) {
    console.log(
      '\n── browser tests ── skipped: there is no Chromium, and none could be installed. Install one, or name it with CHROMIUM_PATH.',
    );
    return { name: 'browser tests', passed: 0, failed: 0, skipped: 1 };
  }
  const args = tool('playwright', 'cli.js', 'test', '--config', 'tests/site/playwright.config.ts');
  return runPart('browser tests', [args], readPlaywright, { CHROMIUM_PATH: chromium });
}
