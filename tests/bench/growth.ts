import { KINDS, PIECES } from './growth/pieces.ts';
import { READERS, type Reader } from './growth/readers.ts';
import type { Report } from './report.ts';

/** How long the shorter text is, and how many times as long the longer, in characters. */
const SHORT = 4_000;
const TIMES = 4;
/** A growth above it is looked at: the text is no longer read in one pass. */
const LOOKED_AT = 1.3;
/** What takes less is not told from the noise, in ms. */
const LEAST = 100;

/**
 * Repeats each piece in each place, and lists those that take more than in step with their text.
 * @param all whether all pieces are tried, which takes hours, or one of each kind
 * @param wanted the reader whose places are tried, by the beginning of its name; all of them where it is empty
 */
export async function benchGrowth(report: Report, wanted: string, all: boolean): Promise<void> {
  const pieces = all ? PIECES.flatMap((each) => [each, `${each}\n`]) : KINDS;
  report.heading('Growth');
  report.say(
    `The time of ${SHORT * TIMES} characters of a piece by that of ${SHORT}, as a multiple of ${TIMES}; listed above ${LOOKED_AT}.`,
  );
  for (const { name, places, read } of READERS.filter((each) => each.name.startsWith(wanted)))
    for (const [place, put] of Object.entries(places))
      await growthAt(report, pieces, `${name}, ${place}`, read, put);
}

/** Repeats each piece in one place of what a command reads. The figures of each place are printed when it is done. */
async function growthAt(
  report: Report,
  pieces: readonly string[],
  where: string,
  read: Reader['read'],
  put: (heap: string) => string,
): Promise<void> {
  const rows: string[][] = [];
  for (const piece of pieces) {
    const textOf = (length: number) => put(piece.repeat(Math.ceil(length / piece.length)));
    const first = await timeOf(read, textOf(SHORT * TIMES));
    if (first < LEAST || first <= LOOKED_AT * TIMES * (await timeOf(read, textOf(SHORT)))) continue;
    // A collection of garbage is no growth: what is to be listed is timed again.
    const short = await leastOf(read, textOf(SHORT));
    const long = await leastOf(read, textOf(SHORT * TIMES));
    const factor = long / TIMES / short;
    if (factor <= LOOKED_AT) continue;
    rows.push([JSON.stringify(piece), short.toFixed(0), long.toFixed(0), factor.toFixed(1)]);
  }
  report.say(`${where}: ${pieces.length} pieces, ${rows.length} listed.`);
  if (rows.length > 0) report.table(['', 'short, ms', 'long, ms', 'growth'], rows);
}

/** The least of three times, in ms. */
async function leastOf(read: Reader['read'], text: string): Promise<number> {
  const times: number[] = [];
  while (times.length < 3) times.push(await timeOf(read, text));
  return Math.min(...times);
}

/** The time that the processor spends on it, in ms: other work on the machine is not counted. */
async function timeOf(read: Reader['read'], text: string): Promise<number> {
  const start = process.cpuUsage();
  await read(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
