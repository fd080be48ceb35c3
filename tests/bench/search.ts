import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright';
import type { SearchAnswer, SearchRequest } from '#components/enhance/search-worker.ts';
import { find, type PreparedItem, prepare, type SearchItem } from '#lib/search/find.ts';
import { readQuery } from '#lib/search/query.ts';
import { paths } from '#lib/site/paths.ts';
import { byYear, generateItems } from '#tests/support/generated-items.ts';
import { measure } from './measure.ts';
import { type Report, timeCells, timeColumns } from './report.ts';

const QUERIES = ['著作权', 'AI 版权', '版', '集体管理 -音乐', 'LABUBU 海关', '绝无此词'];
const ITEMS = 10_000;
const RUNS = 30;

/** `find.ts` over 10,000 items in Node, beside a plain scan; and the size of a year's shard. */
export async function benchSearch(report: Report): Promise<void> {
  const items = await generateItems(ITEMS);
  const start = performance.now();
  const prepared = prepare(items);
  const ready = (performance.now() - start).toFixed(0);
  report.heading(`Search in ${ITEMS} items, in Node`);
  report.say(`Made ready in ${ready} ms. A scan looks at every text with a regular expression.`);
  const rows = QUERIES.map((query) => {
    const ours = measure(() => find(prepared, readQuery(query)).length);
    const scan = measure(() => scanWithRegExp(prepared, query));
    return [query, ours.result, ...timeCells(ours.times), scan.times.middle.toFixed(2)];
  });
  report.table(['query', 'hits', ...timeColumns('ms'), 'a scan, median'], rows);
  const year = JSON.stringify(items.slice(0, 52 * 16));
  const brotli = brotliCompressSync(Buffer.from(year)).length;
  report.say(
    `The shard of a year of 52 issues is ${year.length} characters, ${brotli} bytes in brotli.`,
  );
}

/** The same in the worker of the search page in a browser, after the items are loaded. */
export async function benchSearchInBrowser(
  report: Report,
  origin: string,
  executablePath: string,
): Promise<void> {
  const shards = byYear(await generateItems(ITEMS));
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.context().route(/\/search\/\d{4}\.json$/, (route) => {
    const year = /(\d{4})\.json$/.exec(route.request().url())?.[1] ?? '';
    return route.fulfill({ json: shards.get(year) ?? ([] satisfies SearchItem[]) });
  });
  // tsx wraps functions in a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (wrapped) => wrapped');
  await page.goto(origin + paths.search());
  report.heading(`Search in ${ITEMS} loaded items, in the browser's worker`);
  const rows: (string | number)[][] = [];
  for (const query of QUERIES) {
    const request = { query, filter: {}, years: [...shards.keys()], enough: Infinity };
    const script = paths.script('search-worker');
    const found = await page.evaluate(askWorker, { request, script, runs: RUNS });
    rows.push([query, found.hits, ...timeCells(found.times)]);
  }
  report.table(['query', 'hits', ...timeColumns('ms')], rows);
  await browser.close();
}

/** Runs in the page. The first search loads the shards; `times` are those of the others, in ms. */
async function askWorker({
  request,
  script,
  runs,
}: {
  request: Omit<SearchRequest, 'id'>;
  script: string;
  runs: number;
}): Promise<{ hits: number; times: number[] }> {
  const worker = new Worker(script, { type: 'module' });
  const ask = (id: number) =>
    new Promise<{ hits: number; took: number }>((resolve, reject) => {
      const sum = { hits: 0, took: 0 };
      worker.onmessage = ({ data }: MessageEvent<SearchAnswer>) => {
        if (data.type === 'failed') reject(new Error(`no shard for ${data.year}`));
        else if (data.type === 'done') resolve(sum);
        else if (data.type === 'year') {
          sum.hits += data.hits.length;
          sum.took += data.took;
        }
      };
      worker.postMessage({ ...request, id });
    });
  const { hits } = await ask(1);
  const times: number[] = [];
  for (let id = 2; id < runs + 2; id += 1) times.push((await ask(id)).took);
  worker.terminate();
  return { hits, times };
}

/** What a page without an index of its own would do: look at every text with a regular expression. */
function scanWithRegExp(all: readonly PreparedItem[], query: string): number {
  const { terms, excluded } = readQuery(query);
  const toPattern = (term: string) => new RegExp(term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'iu');
  const [wanted, unwanted] = [terms.map(toPattern), excluded.map(toPattern)];
  return all.filter(({ item }) => {
    const text = `${item.title}\n${item.text}`.normalize('NFKC');
    return wanted.every((term) => term.test(text)) && !unwanted.some((term) => term.test(text));
  }).length;
}
