import { brotliCompressSync } from 'node:zlib';
import { find, type Prepared, prepare, readQuery } from '#lib/search/find.ts';
import { generateItems } from '#tests/support/generated-items.ts';

/** `npm run bench`: speeds and sizes, measured side by side with the alternative in one run. */
const QUERIES = ['著作权', 'AI 版权', '版', '集体管理 -音乐', 'LABUBU 海关', '绝无此词'];
const RUNS = 30;

const items = await generateItems(10_000);
const start = performance.now();
const prepared = items.map(prepare);
console.log(
  `Search in ${items.length} items, made ready in ${(performance.now() - start).toFixed(0)} ms`,
);
console.log('query                 hits   find.ts, ms (min median max)   a scan with RegExp, ms');
for (const query of QUERIES) {
  const ours = measure(() => find(prepared, readQuery(query)).length);
  const scan = measure(() => scanWithRegExp(prepared, query));
  console.log(
    `${query.padEnd(16)}\t${String(ours.result).padStart(6)}   ${ours.times.padEnd(28)}   ${scan.times}`,
  );
}

const year = JSON.stringify(items.slice(0, 52 * 16));
const brotli = brotliCompressSync(Buffer.from(year)).length;
console.log(`\nShard of a year of 52 issues: ${year.length} characters, ${brotli} bytes in brotli`);

function measure(run: () => number): { result: number; times: string } {
  let result = run();
  const times = Array.from({ length: RUNS }, () => {
    const from = performance.now();
    result = run();
    return performance.now() - from;
  }).sort((a, b) => a - b);
  const [least, middle, most] = [times[0], times[RUNS / 2], times.at(-1)];
  return {
    result,
    times: [least, middle, most].map((time) => time?.toFixed(2).padStart(6)).join(' '),
  };
}

/** What a page without an index of its own would do: look at every text with a regular expression. */
function scanWithRegExp(all: readonly Prepared[], query: string): number {
  const { terms, excluded } = readQuery(query);
  const toPattern = (term: string) => new RegExp(term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'iu');
  const [wanted, unwanted] = [terms.map(toPattern), excluded.map(toPattern)];
  return all.filter(({ item }) => {
    const text = `${item.title}\n${item.text}`.normalize('NFKC');
    return wanted.every((term) => term.test(text)) && !unwanted.some((term) => term.test(text));
  }).length;
}
