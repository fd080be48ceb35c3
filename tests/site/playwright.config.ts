import { join } from 'node:path';
import { defineConfig } from 'playwright/test';

const root = join(import.meta.dirname, '../..');
const port = Number(process.env.SITE_PORT ?? 4310);
const nextPort = port + 1;
/** Where the site itself is served, by `npm start`'s host, and by `next start` alone. */
export const site = `http://localhost:${port}`;
export const nextSite = `http://127.0.0.1:${nextPort}`;
/** Where the named examples are printed and served, and what a malicious hand types. */
export const examplesSite = `http://127.0.0.1:${port + 2}`;
export const hostileSite = `http://127.0.0.1:${port + 4}`;
export const previewPort = port + 3;

const isRoot = process.getuid?.() === 0;
const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(root, 'node_modules/.cache/playwright'),
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // Nothing takes so long: a busy machine is no fault of a page.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: site,
    locale: 'zh-CN',
    launchOptions: {
      // Chromium's sandbox does not run as root; the pages under test are our own.
      args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-background-networking'],
      ...(executablePath ? { executablePath } : {}),
    },
  },
  webServer: [
    {
      command: 'node lib/setup/run.cjs lib/publish/cli.ts start',
      cwd: root,
      env: { PORT: String(port), SITE_ORIGIN: '' },
      url: site,
      timeout: 240_000,
      reuseExistingServer: false,
    },
    {
      command: `node node_modules/next/dist/bin/next start --hostname 127.0.0.1 --port ${nextPort}`,
      cwd: root,
      env: { SITE_ORIGIN: '', NEXT_TELEMETRY_DISABLED: '1' },
      url: `${nextSite}/about`,
      timeout: 180_000,
      reuseExistingServer: false,
    },
    printed('examples', examplesSite),
    printed('hostile', hostileSite),
  ],
});

/** Prints and serves content that is made for the tests. */
function printed(what: string, origin: string) {
  return {
    command: `node lib/setup/run.cjs tests/examples/serve.ts ${what} ${new URL(origin).port}`,
    cwd: root,
    env: { SITE_ORIGIN: '' },
    url: `${origin}/about`,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 } as const,
    timeout: 180_000,
    reuseExistingServer: false,
  };
}
