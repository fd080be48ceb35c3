import { readBefore } from '#lib/check/permalinks/public-before.ts';
import { readPublicArchive } from '#lib/check/read-folder.ts';
import { contentFolder } from '#lib/content/folder/content-files.ts';
import { readArguments } from '#lib/system/arguments.ts';
import { Failure } from '#lib/system/failure.ts';
import { announce, plan } from './announce.ts';
import { changesSince } from './changed-addresses.ts';
import { isPublicOrigin, readSettings } from './settings.ts';

const USAGE = `Usage: npm run announce -- --since WHAT [--dry-run] [--strict]

Tells search engines which pages have changed, after a deploy: IndexNow (Bing, Yandex and others) if
INDEXNOW_KEY is set, Baidu if BAIDU_TOKEN is.
  --since    what they know: a sitemap's file or address, or the git revision that was deployed before
  --dry-run  prints what would be told to whom, and tells nobody
  --strict   exit code 1 when a service did not take everything

npm run build publishes INDEXNOW_KEY at the site, where IndexNow looks for it. SITE_ORIGIN is the site's
address, else the one in site.yml; INDEXNOW_ENDPOINT and BAIDU_ENDPOINT name other services that take the same.
Exit code: 0 also when a service failed, which fails no deploy; 2 when nothing could be compared or told.`;

const OPTIONS = {
  since: { type: 'string' },
  'dry-run': { type: 'boolean' },
  strict: { type: 'boolean' },
} as const;

/** How long a service may take to answer, and to let itself be asked again, in ms. */
const PATIENCE = { answer: 15_000, retry: 30_000 };

/** `npm run announce` */
export async function run(args: string[]): Promise<void> {
  const read = readArguments(args, USAGE, OPTIONS, 0);
  if (read === undefined) return;
  const { since, strict } = read.values;
  const isDryRun = read.values['dry-run'] === true;
  if (typeof since !== 'string' || since === '')
    throw new Failure(`Unexpected end, expected --since and what to compare with.\n\n${USAGE}`, 2);

  const archive = await readPublicArchive(contentFolder());
  const settings = readSettings(process.env, archive.site.origin);
  const isForAll = settings.services.some(({ isElsewhere }) => !isElsewhere);
  if (!isDryRun && isForAll && !isPublicOrigin(archive.site.origin)) {
    throw new Failure(
      `${archive.site.origin} is no address that others can reach: set the site's own in SITE_ORIGIN or site.yml.`,
      2,
    );
  }
  const before = await readBefore(since, contentFolder());
  const { changes, notes } = changesSince(before, archive, since);
  for (const note of notes) console.error(printable(note));
  const { lines, faults } = isDryRun
    ? plan(settings, changes)
    : await announce(settings, changes, PATIENCE);
  for (const line of lines) console.log(printable(line));
  for (const fault of faults) console.error(printable(fault));
  if (strict === true && faults.length > 0) process.exitCode = 1;
}

/** A line as a terminal may show it: a service or a sitemap says in it what it likes. */
function printable(line: string): string {
  return line.replace(/\p{Cc}+/gu, ' ');
}
