import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Outcome } from './part.ts';

const reportSchema = z.object({
  metadata: z.object({ vulnerabilities: z.record(z.string(), z.number()) }),
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
});
const PATIENCE = 60_000;
const GRAVE = ['high', 'critical'];

/**
 * Asks the npm registry for known vulnerabilities in the packages that the site runs with. A high or critical one
 * fails. The part is skipped where no registry answers.
 */
export async function runAudit(): Promise<Outcome> {
  const name = 'audit';
  const child = spawn('npm', ['audit', '--omit=dev', '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: PATIENCE,
    shell: process.platform === 'win32',
  });
  // Without npm there is no output, and the part is skipped.
  child.on('error', () => undefined);
  const report = reportSchema.safeParse(parse(await text(child.stdout)));
  console.log(`\n── ${name} ──`);
  if (!report.success) {
    console.log('skipped: the registry tells of no vulnerabilities from here.');
    return { name, passed: 0, failed: 0, skipped: 1 };
  }
  const { metadata, vulnerabilities } = report.data;
  console.log(JSON.stringify(metadata.vulnerabilities));
  const grave = Object.entries(vulnerabilities).filter(([, { severity }]) =>
    GRAVE.includes(severity),
  );
  for (const [package_, { severity }] of grave) console.error(`${package_}: ${severity}`);
  return { name, passed: grave.length > 0 ? 0 : 1, failed: grave.length > 0 ? 1 : 0, skipped: 0 };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
