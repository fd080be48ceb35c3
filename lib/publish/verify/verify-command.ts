import { readArguments } from '#lib/system/arguments.ts';
import { Failure } from '#lib/system/failure.ts';
import { type VerifyReport, verify } from './verify.ts';

const USAGE = `Usage: npm run verify -- ORIGIN [--at-once N]

Checks a deployed site: every page of its sitemap, and every file of the site that a page links to. It checks
status, headers, canonical address, feeds and links, also that each #part of a page exists that a link names.
  ORIGIN     the site, such as https://example.org
  --at-once  how many requests there are at the same time, 1 to 64 (8)

Exit code: 0 when nothing is wrong, 1 when something is, 2 when the site could not be checked.`;

const OPTIONS = { 'at-once': { type: 'string' } } as const;
const AT_ONCE = 8;
const MOST = 64;
const BAR = 30;
/** How many of the addresses with the same fault are listed. */
const NAMED = 5;

/** `npm run verify` */
export async function run(args: string[]): Promise<void> {
  const read = readArguments(args, USAGE, OPTIONS, 1);
  if (read === undefined) return;
  const origin = readOrigin(read.words[0]);
  const atOnce = readAtOnce(read.values['at-once']);
  const { isTTY } = process.stderr;
  const report = await verify(origin, atOnce, (done, known) => {
    if (isTTY) process.stderr.write(`\r\u001B[K${bar(done, known)}`);
  });
  if (isTTY) process.stderr.write('\r\u001B[K');
  console.log(
    reportLines(report)
      .join('\n')
      .replace(/[^\P{Cc}\n]+/gu, ' '),
  );
  if (report.faults.size > 0) process.exitCode = 1;
}

function readOrigin(word: string | undefined): string {
  if (word === undefined) throw new Failure(`The origin of the site is missing.\n\n${USAGE}`, 2);
  const url = URL.canParse(word) ? new URL(word) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`)
    throw new Failure(
      `Unexpected origin "${word}", expected a scheme and a host such as https://example.org`,
      2,
    );
  return url.origin;
}

function readAtOnce(value: string | boolean | undefined): number {
  if (value === undefined) return AT_ONCE;
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1 && count <= MOST) return count;
  throw new Failure(`--at-once must be a number from 1 to ${MOST}, and it is "${value}".`, 2);
}

/** `[####------] 40 of 100 addresses` */
function bar(done: number, known: number): string {
  const full = Math.round((done / Math.max(known, 1)) * BAR);
  return `[${'#'.repeat(full)}${'-'.repeat(BAR - full)}] ${done} of ${known} addresses`;
}

/** Every fault with its addresses, the most frequent one first, and the number of pages and files that were checked. */
export function reportLines({ pages, others, faults }: VerifyReport): string[] {
  const sorted = [...faults].sort(([, one], [, other]) => other.length - one.length);
  const lines = sorted.flatMap(([fault, urls]) => {
    const more = urls.length - NAMED;
    return [
      `${urls.length} ${urls.length === 1 ? 'address' : 'addresses'}: ${fault}`,
      ...urls.slice(0, NAMED).map((url) => `  ${url}`),
      ...(more > 0 ? [`  and ${more} more`] : []),
    ];
  });
  const count = faults.size;
  return [
    ...lines,
    `${pages} pages and ${others} other files: ${count === 0 ? 'nothing is wrong' : `${count} ${count === 1 ? 'fault' : 'faults'}`}`,
  ];
}
