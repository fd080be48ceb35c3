import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium, findWholeChromium } from '#tests/gate/chromium.ts';
import { benchBuilds } from './builds/bench-builds.ts';
import { benchCheck, benchImport } from './check.ts';
import { benchGrowth } from './growth.ts';
import { benchHosts } from './hosts.ts';
import { benchNavigation } from './navigation.ts';
import { benchPreview } from './preview.ts';
import { Report } from './report.ts';
import { benchSearch, benchSearchInBrowser } from './search.ts';
import { withSite } from './site.ts';
import { benchThreads } from './threads/bench-threads.ts';
import { benchWatch } from './watch.ts';

const PARTS = [
  'search',
  'commands',
  'growth',
  'threads',
  'browser',
  'hosts',
  'watch',
  'builds',
] as const;
const SIZES = '52,520,5200';

const USAGE = `Usage: npm run bench -- [part …] [--sizes ${SIZES}] [--reader check] [--all]
Parts: ${PARTS.join(', ')}; all of them where none is named, and then the figures are written to RESULTS.md.
--reader: of growth only what check, fix, import .txt and so on read; --all: all pieces, not one of each kind.`;

/** `npm run bench`: speeds and sizes, each measured beside the alternative in one run. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: SIZES },
    reader: { type: 'string', default: '' },
    all: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
const unknown = positionals.find((name) => !PARTS.some((part) => part === name));
if (values.help || unknown !== undefined || sizes.some((size) => !(size >= 1))) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}
const wants = (part: (typeof PARTS)[number]) =>
  positionals.length === 0 || positionals.includes(part);

const report = new Report();
report.say('# Figures of one run of `npm run bench`');
report.say(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${availableParallelism()} of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}. Ratios hold elsewhere, single times are a hint.`,
);
if (wants('search')) await benchSearch(report);
if (wants('commands')) {
  await benchCheck(report);
  await benchImport(report);
}
if (wants('growth')) await benchGrowth(report, values.reader, values.all);
if (wants('threads')) await benchThreads(report, sizes);
if (wants('browser')) await benchBrowser();
if (wants('hosts')) await benchHosts(report);
if (wants('watch')) await benchWatch(report);
if (wants('builds')) await benchBuilds(report, sizes);
if (positionals.length === 0) report.write(join(import.meta.dirname, 'RESULTS.md'));

async function benchBrowser(): Promise<void> {
  // Where there is none it is installed; what is measured is the browser that readers have.
  await findChromium();
  const chromium = findWholeChromium();
  if (chromium === undefined) {
    report.say(
      'Skipped: what is measured in a browser, for no whole Chromium is here. CHROMIUM_PATH names one.',
    );
    return;
  }
  await withSite(async ({ origin }) => {
    await benchSearchInBrowser(report, origin, chromium);
    await benchNavigation(report, origin, chromium);
  });
  await benchPreview(report, chromium);
}
