import { readWholeArchive } from '#lib/check/read-folder.ts';
import { contentFolder } from '#lib/content/folder/content-files.ts';
import { askAll } from '#lib/ledger/ask-all.ts';
import { PageAsker } from '#lib/ledger/ask-page.ts';
import { webFetch } from '#lib/ledger/ask-web.ts';
import { WAYBACK_FIND, WAYBACK_SAVE } from '#lib/ledger/copies.ts';
import { type Cited, citedIn, dueOn } from '#lib/ledger/due.ts';
import { readPage } from '#lib/ledger/page/read-page.ts';
import { dayIn } from '#lib/site/dates.ts';
import { readArguments, readNumber } from '#lib/system/arguments.ts';
import { onInterrupt } from '#lib/system/interrupt.ts';
import { userAgent } from '#lib/web/fetch-page.ts';
import { archiveReports, type Copying, findCopies } from './sources/keep-copies.ts';
import { LedgerFolder } from './sources/ledger-folder.ts';
import { readService } from './sources/options.ts';
import { describeFinding, summarise } from './sources/report.ts';

const USAGE = `Usage: npm run sources -- [--limit NUMBER] [--dry-run] [--archive[=SERVICE]] [--find-copies[=SERVICE]]

Asks the addresses that the sources of all issues name whether the reports still stand, and writes what they told
to content/ledger/: hashes, days and states, no texts. Pages show what is gone, has moved or has a copy.
An address is asked daily until its issue is 90 days old, then every 30 days; what was never asked goes first.
  --limit NUMBER        the most addresses to ask; by default 500
  --pause SECONDS       the pause between two requests to one host; by default 2
  --hosts NUMBER        how many hosts are asked at the same time; by default 8
  --archive[=SERVICE]   then has the Wayback Machine keep a copy of what stands and has none. SERVICE is the address
                        of another service, to which the page's is added, or in which it takes the place of {url}
  --find-copies[=SERVICE]  then looks for a copy of what is gone or does not tell, the closest to the day of the issue.
                        SERVICE answers as https://archive.org/wayback/available does
  --allow-private       asks addresses of this machine and of private networks too
  --dry-run             prints which addresses would be asked, and asks none
It may be stopped at any time, and goes on where it stopped.
Exit code: 0 when it has asked, whatever was told; 2 when it could not begin.`;

const OPTIONS = {
  limit: { type: 'string' },
  pause: { type: 'string' },
  hosts: { type: 'string' },
  archive: { type: 'string' },
  'find-copies': { type: 'string' },
  'allow-private': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const;

/** The options that may stand without a value, and what they mean then. */
const SERVICES = { '--archive': WAYBACK_SAVE, '--find-copies': WAYBACK_FIND };

/** The longest time for a page, in ms; an archive takes longer to keep one. */
const PATIENCE = 20_000;
const PATIENCE_OF_ARCHIVE = 120_000;

/** An archive is asked less often than others: it serves everybody. */
const PAUSES_OF_ARCHIVE = 3;

/** `npm run sources` */
export async function run(args: string[]): Promise<void> {
  const whole = args.map((arg) =>
    arg === '--archive' || arg === '--find-copies' ? `${arg}=${SERVICES[arg]}` : arg,
  );
  const read = readArguments(whole, USAGE, OPTIONS, 0);
  if (read === undefined) return;
  const { values } = read;
  const limit = readNumber(values, 'limit', 500, 1);
  const pause = readNumber(values, 'pause', 2, 0) * 1000;
  const hosts = readNumber(values, 'hosts', 8, 1);
  const services = {
    archive: readService(values, 'archive'),
    find: readService(values, 'find-copies'),
  };
  const folder = contentFolder();
  const archive = await readWholeArchive(folder);
  const cited = citedIn(archive.issues);
  const today = dayIn(archive.site.timeZone, new Date());
  const ledger = await LedgerFolder.read(folder);
  const due = dueOn(cited, ledger.records, today);
  const asked = due.slice(0, limit);
  if (values['dry-run'] === true) {
    for (const { url } of asked) console.log(url);
    console.log(
      `${asked.length} of ${due.length} that are due would be asked; ${cited.length} are cited.`,
    );
    return;
  }
  const manner = {
    agent: userAgent(archive.site.origin),
    allowPrivate: values['allow-private'] === true,
  };
  const fetchWithin = (timeLimit: number) => webFetch({ ...manner, timeLimit });
  await ledger.open();
  const stop = new AbortController();
  const work = async () => {
    try {
      const asker = new PageAsker(fetchWithin(PATIENCE), readPage, pause);
      const skipped = await askAll(asked, {
        asker,
        today,
        hosts,
        recordOf: (url) => ledger.records.get(url),
        keep: (record, { by }) => ledger.put(record, by[0]?.date ?? today),
        tell: (finding) => console.log(describeFinding(finding, today)),
        signal: stop.signal,
      });
      await ledger.write();
      const copying = {
        fetch: fetchWithin(PATIENCE_OF_ARCHIVE),
        ledger,
        today,
        limit,
        signal: stop.signal,
      };
      await keepCopies(cited, services, {
        ...copying,
        pause: pause * PAUSES_OF_ARCHIVE,
        print: (line) => console.log(line),
      });
      return skipped + due.length - asked.length;
    } finally {
      await ledger.close();
    }
  };
  const working = work();
  const forget = onInterrupt(async () => {
    stop.abort();
    console.error('Stopping …');
    // An error is thrown below, where the work is awaited too.
    await Promise.allSettled([working]);
  });
  try {
    const left = await working;
    const known = cited.flatMap(({ url }) => ledger.records.get(url) ?? []);
    console.log(summarise(known));
    if (left > 0)
      console.log(`${left} that are due were not asked: run it again, or raise --limit.`);
  } finally {
    forget();
  }
}

async function keepCopies(
  cited: readonly Cited[],
  { archive, find }: { archive: string | undefined; find: string | undefined },
  copying: Copying,
): Promise<void> {
  if (archive !== undefined) await archiveReports(cited, archive, copying);
  if (find !== undefined) await findCopies(cited, find, copying);
}
