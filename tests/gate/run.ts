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

// It waits for the network, and is heard at the end.
const audit = runAudit();
// These use one core each for a second or two.
const checks = await Promise.all(
  runTogether([
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
);
// Rows of parts run at the same time: where those of one wait for a timer or a process, the others have the cores.
const [unitTests, withSite] = await Promise.all([
  Promise.all(
    runTogether([{ name: 'unit tests', commands: [vitest('unit')], report: readVitest }]),
  ),
  runWithSite(),
]);
const outcomes: Outcome[] = [...checks, await audit, ...unitTests, ...withSite];

const total = (of: keyof Outcome) =>
  outcomes.reduce((sum, outcome) => sum + Number(outcome[of]), 0);
const [passed, failed, skipped] = [total('passed'), total('failed'), total('skipped')];
console.log('');
for (const { name, failed: count } of outcomes) if (count > 0) console.log(`Failed: ${name}`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * Builds the site, and runs the parts that need it beside one another: the browser mostly waits for its pages, and
 * prints as it goes.
 */
async function runWithSite(): Promise<Outcome[]> {
  const build = await runPart({
    name: 'build',
    // The press tests compare the pages of the press with those of Next.
    commands: [command('lib/publish/cli.ts', 'build'), tool('next', 'dist/bin/next', 'build')],
    environment: { QUICK_BUILD: 'yes' },
  });
  const [press, browser] = await Promise.all([
    Promise.all(
      runTogether([{ name: 'press tests', commands: [vitest('press')], report: readVitest }]),
    ),
    runBrowserTests(),
  ]);
  return [build, ...press, browser];
}

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
