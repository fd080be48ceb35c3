import { resolve } from 'node:path';
import { runCommand } from '#lib/system/failure.ts';
import { readHostSettings, serve } from './serve.ts';

// Serves a printed site and never builds one: for container images and machines that have nothing but the site.
await runCommand(async () => {
  await serve(resolve(process.env.OUT_DIR || 'out'), readHostSettings(process.env));
});
