import { defineConfig } from 'vitest/config';

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
        // As a command runs them: without the checks that packages such as micromark have for their own developers.
        ssr: { resolve: { conditions: ['module', 'node'] } },
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
        test: {
          ...common,
          name: 'press',
          include: ['tests/press/**/*.test.ts'],
          maxWorkers: '100%',
          isolate: false,
          testTimeout: 300_000,
        },
      },
    ],
  },
});
