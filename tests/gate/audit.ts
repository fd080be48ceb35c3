import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import type { Outcome } from './part.ts';

const reportSchema = z.object({
  metadata: z.object({ vulnerabilities: z.record(z.string(), z.number()) }),
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
});
const PATIENCE = 60_000;
const GRAVE = ['high', 'critical'];

/**
 * Asks the registry for known vulnerabilities of what the site runs with: a grave one fails. Without a
 * registry that answers the part is skipped.
 */
export function runAudit(): Outcome {
  const name = 'audit';
  console.log(`\n── ${name} ──`);
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    encoding: 'utf8',
    timeout: PATIENCE,
    shell: process.platform === 'win32',
  });
  const report = reportSchema.safeParse(parse(stdout));
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

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
