import { readBefore } from '#lib/check/permalinks/public-before.ts';
import { readPublicArchive } from '#lib/check/read-folder.ts';
import { contentFolder } from '#lib/content/folder/content-files.ts';
import { readArguments } from '#lib/system/arguments.ts';
import { Failure } from '#lib/system/failure.ts';
import { announce, planOf } from './announce.ts';
import { changesSince } from './changed-addresses.ts';
import { isPublicOrigin, readSettings } from './settings.ts';

const USAGE = `Usage: npm run announce -- --since WHAT [--dry-run] [--strict]

Submits the addresses of changed pages to search engines, after a deploy: to IndexNow (Bing, Yandex and
others) if INDEXNOW_KEY is set, to Baidu if BAIDU_TOKEN is set.
  --since    what was public before: a sitemap's file or address, or the git revision of the last deploy
  --dry-run  prints the addresses and the services, and submits nothing
  --strict   exit code 1 when a service did not take everything

npm run build writes INDEXNOW_KEY into a file of the site, where IndexNow looks for it. SITE_ORIGIN is the
address of the site; without it, the origin in site.yml is. INDEXNOW_ENDPOINT and BAIDU_ENDPOINT name other
addresses that take the same requests.
Exit code: 0 even when a service failed, because a failed service should not fail a deploy; 2 when the
command could not begin.`;

const OPTIONS = {
  since: { type: 'string' },
  'dry-run': { type: 'boolean' },
  strict: { type: 'boolean' },
} as const;

/** How long a service may take to answer, and the longest wait before a second try that it may ask for, in ms. */
const PATIENCE = { answer: 15_000, retry: 30_000 };

/** `npm run announce` */
export async function run(args: string[]): Promise<void> {
  const read = readArguments(args, USAGE, OPTIONS, 0);
  if (read === undefined) return;
  const { since, strict } = read.values;
  const isDryRun = read.values['dry-run'] === true;
  if (typeof since !== 'string' || since === '')
    throw new Failure(`--since is missing: it names what was public before.\n\n${USAGE}`, 2);

  const archive = await readPublicArchive(contentFolder());
  const settings = readSettings(process.env, archive.site.origin);
  const isForAll = settings.services.some(({ hasOtherEndpoint }) => !hasOtherEndpoint);
  if (!isDryRun && isForAll && !isPublicOrigin(archive.site.origin)) {
    throw new Failure(
      `${archive.site.origin} cannot be reached from the internet: set the address of the site in SITE_ORIGIN or site.yml.`,
      2,
    );
  }
  const before = await readBefore(since, contentFolder());
  const { changes, notes } = changesSince(before, archive, since);
  for (const note of notes) console.error(printable(note));
  const { lines, faults } = isDryRun
    ? planOf(settings, changes)
    : await announce(settings, changes, PATIENCE);
  for (const line of lines) console.log(printable(line));
  for (const fault of faults) console.error(printable(fault));
  if (strict === true && faults.length > 0) process.exitCode = 1;
}

/** A line without control characters: it may quote a service or a sitemap, and the terminal must not obey them. */
function printable(line: string): string {
  return line.replace(/\p{Cc}+/gu, ' ');
}
