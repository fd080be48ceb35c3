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
        test: {
          ...common,
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          maxWorkers: '100%',
          // What the files import is read once a worker: none leaves anything behind in it.
          isolate: false,
        },
      },
      // These build whole sites with the compiled code, one after the other.
      {
        test: {
          ...common,
          name: 'press',
          include: ['tests/press/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
        },
      },
    ],
  },
});
