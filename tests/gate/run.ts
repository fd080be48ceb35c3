import { runAudit } from './audit.ts';
import { findChromium, WrongPath } from './chromium.ts';
import { type Outcome, runPart, runTogether } from './part.ts';
import { readPlaywright, readVitest } from './reports.ts';

/**
 * `npm test`: every check that a change must pass, to the end even when one fails.
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

// These use one core each for a second or two, and the audit waits for the network.
const checks = [
  ...runTogether([
    {
      name: 'types',
      commands: [
        tool('next', 'dist/bin/next', 'typegen'),
        tool('typescript', 'bin/tsc', '--noEmit'),
      ],
    },
    {
      name: 'lint',
      commands: [tool('@biomejs/biome', 'bin/biome', 'lint', '--error-on-warnings', '.')],
    },
    { name: 'format', commands: [tool('@biomejs/biome', 'bin/biome', 'format', '.')] },
    { name: 'licences', commands: [command('tests/gate/licences.ts')] },
    { name: 'content', commands: [command('lib/editor/cli.ts', 'check')] },
  ]),
  runAudit(),
];
// Each of the other parts uses all cores, so they run one after the other.
const outcomes: Outcome[] = [
  ...(await Promise.all(checks)),
  await runPart({ name: 'unit tests', commands: [vitest('unit')], report: readVitest }),
  await runPart({
    name: 'build',
    // The press tests compare the pages of the press with those of Next.
    commands: [command('lib/publish/cli.ts', 'build'), tool('next', 'dist/bin/next', 'build')],
  }),
  await runPart({ name: 'press tests', commands: [vitest('press')], report: readVitest }),
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
  return runPart({
    name: 'browser tests',
    commands: [tool('playwright', 'cli.js', 'test', '--config', 'tests/site/playwright.config.ts')],
    report: readPlaywright,
    environment: { CHROMIUM_PATH: chromium },
  });
}
