import {
  type Filter,
  find,
  type Hit,
  type PreparedItem,
  prepare,
  readQuery,
} from '#lib/search/find.ts';
import { fetchShard } from './shard.ts';

/** A request of the page: the years are searched in this order until there are enough hits. */
export type SearchRequest = {
  id: number;
  query: string;
  filter: Filter;
  years: string[];
  /** The number of hits at which it stops, at the end of a year. */
  enough: number;
};

/** An answer of the worker: one for each year. `rest` are the years that were not searched. */
export type SearchAnswer =
  | { id: number; type: 'year'; year: string; hits: Hit[]; took: number }
  | { id: number; type: 'done'; rest: string[] }
  | { id: number; type: 'failed'; year: string };

const shards = new Map<string, PreparedItem[]>();
let current = 0;

addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  current = data.id;
  void search(data);
});

async function search({ id, query, filter, years, enough }: SearchRequest): Promise<void> {
  const read = readQuery(query);
  let count = 0;
  for (const [index, year] of years.entries()) {
    const items = shards.get(year) ?? (await fetchShard(year))?.map(prepare);
    // A newer request came while the shard was being fetched.
    if (id !== current) return;
    if (items === undefined) {
      postMessage({ id, type: 'failed', year } satisfies SearchAnswer);
      return;
    }
    shards.set(year, items);
    const start = performance.now();
    const hits = find(items, read, filter);
    const took = performance.now() - start;
    postMessage({ id, type: 'year', year, hits, took } satisfies SearchAnswer);
    count += hits.length;
    if (count >= enough) {
      const rest = years.slice(index + 1);
      postMessage({ id, type: 'done', rest } satisfies SearchAnswer);
      return;
    }
  }
  postMessage({ id, type: 'done', rest: [] } satisfies SearchAnswer);
}
