import { defineConfig, type Plugin } from 'vitest/config';

/**
 * Packages as a command runs them: without the checks that packages such as micromark have for their own developers,
 * a tenth of the time. Vitest passes these conditions to Node; what `ssr.resolve` says is only added to Vite's own,
 * `development` among them.
 */
const packagesAsTheyRun: Plugin = {
  name: 'packages-as-they-run',
  configResolved: ({ ssr }) => {
    ssr.resolve = { ...ssr.resolve, conditions: ['module', 'node'] };
  },
};

const common = {
  css: { modules: { classNameStrategy: 'non-scoped' as const } },
  // Nothing takes so long: a busy machine is no fault of the code.
  testTimeout: 180_000,
  hookTimeout: 180_000,
};

export default defineConfig({
  test: {
    // The gate counts from here.
    ...(process.env.VITEST_JSON_FILE ? { outputFile: { json: process.env.VITEST_JSON_FILE } } : {}),
    projects: [
      // Each core runs a file; the runner, which is one of their processes, hardly does anything.
      {
        plugins: [packagesAsTheyRun],
        test: {
          ...common,
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          maxWorkers: '100%',
          // What the files import is read once a worker: none leaves anything behind in it.
          isolate: false,
        },
      },
      // These build whole sites.
      {
        plugins: [packagesAsTheyRun],
        test: {
          ...common,
          name: 'press',
          include: ['tests/press/**/*.test.ts'],
          // A build uses all cores by itself, and what is made ready for the first is there for the others: with two
          // workers the gate took 727 s instead of 693 and 1,047 s of CPU instead of 949, alone on the machine.
          maxWorkers: 1,
          isolate: false,
          testTimeout: 300_000,
        },
      },
    ],
  },
});
