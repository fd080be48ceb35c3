import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a part of the gate ended, in tests or checks. */
export type Outcome = { name: string; passed: number; failed: number; skipped: number };
export type Counts = Omit<Outcome, 'name'>;

/** How to ask a test runner for its report, and how to read the counts in it. */
export type Report = {
  args: string[];
  environment: (file: string) => Record<string, string>;
  counts: (json: unknown) => Counts;
};

/** A part of the gate: commands that run in turn until one fails. */
export type Part = {
  name: string;
  commands: string[][];
  /** Without a report the part is one check. */
  report?: Report;
  environment?: Record<string, string>;
};

/** Runs parts at the same time. Each prints its whole output when it is done. */
export function runTogether(parts: readonly Part[]): Promise<Outcome>[] {
  return parts.map(async (part) => {
    const said: Buffer[] = [];
    const outcome = await runCommands(part, (chunk) => said.push(chunk));
    console.log(`\n── ${part.name} ──\n${Buffer.concat(said).toString().trim()}`);
    return outcome;
  });
}

/** Runs a part by itself. It prints its output as it comes. */
export function runPart(part: Part): Promise<Outcome> {
  console.log(`\n── ${part.name} ──`);
  return runCommands(part);
}

/**
 * Runs the commands of a part until one fails. The counts come from the report, if the part has one; a runner that
 * fails without a failed test in its report counts as one failure.
 */
async function runCommands(
  { name, commands, report, environment }: Part,
  hear?: (chunk: Buffer) => void,
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'dibao-gate-'));
  const file = join(folder, 'report.json');
  const variables = { ...environment, ...report?.environment(file) };
  let ok = true;
  for (const args of commands) {
    ok &&= (await run([...args, ...(report?.args ?? [])], variables, hear)) === 0;
  }
  const counts = report && (await readCounts(file, report));
  await rm(folder, { recursive: true });
  if (counts === undefined || counts.passed + counts.failed + counts.skipped === 0) {
    // A part without a report is one check. A runner whose report has no tests has failed.
    return {
      name,
      passed: ok && report === undefined ? 1 : 0,
      failed: ok && report === undefined ? 0 : 1,
      skipped: 0,
    };
  }
  return { name, ...counts, failed: Math.max(counts.failed, ok ? 0 : 1) };
}

async function run(
  args: string[],
  environment: Record<string, string>,
  hear?: (chunk: Buffer) => void,
): Promise<number> {
  const output = hear === undefined ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', output, output],
    env: { ...process.env, ...environment },
  });
  if (hear !== undefined)
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', hear);
  const [code] = await once(child, 'close');
  return code ?? 1;
}

async function readCounts(file: string, report: Report): Promise<Counts | undefined> {
  const text = await readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : report.counts(JSON.parse(text));
}
