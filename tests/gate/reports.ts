import { z } from 'zod';
import type { Report } from './part.ts';

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

/** What Vitest's JSON reporter counts. */
export const readVitest: Report = {
  args: ['--reporter=default', '--reporter=json'],
  // With CI set, Vitest fails on a missing snapshot and does not write it.
  environment: (file) => ({ VITEST_JSON_FILE: file, CI: 'true' }),
  counts: (json) => {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } =
      vitestSchema.parse(json);
    return {
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests + numTodoTests,
    };
  },
};

const playwrightSchema = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** What Playwright's JSON reporter counts; a test that only passed the second time has failed. */
export const readPlaywright: Report = {
  args: ['--reporter=dot,json'],
  environment: (file) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
  counts: (json) => {
    const { expected, unexpected, flaky, skipped } = playwrightSchema.parse(json).stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  },
};
