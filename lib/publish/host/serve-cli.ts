import { resolve } from 'node:path';
import { runCommand } from '#lib/system/failure.ts';
import { readPlace, serve } from './serve.ts';

// Serves what was built, and builds nothing: for images and machines that have no more than that.
await runCommand(async () => {
  await serve(resolve(process.env.OUT_DIR || 'out'), readPlace(process.env));
});
