import {
  type Filter,
  find,
  type Prepared,
  prepare,
  type Range,
  readQuery,
  type SearchItem,
} from '#lib/search/find.ts';

/** What the page asks: shards are read in this order until there are enough hits. */
export type SearchRequest = {
  id: number;
  query: string;
  filter: Filter;
  shards: { year: string; path: string }[];
  /** Hits after which it stops at the end of a year. */
  enough: number;
};

export type FoundItem = {
  item: SearchItem;
  inTitle: boolean;
  titleRanges: Range[];
  textRanges: Range[];
};

/** What the worker tells, a year at a time; `rest` are the years that it did not come to. */
export type SearchAnswer =
  | { id: number; type: 'year'; year: string; hits: FoundItem[]; took: number }
  | { id: number; type: 'done'; rest: string[] }
  | { id: number; type: 'failed'; year: string };

const shards = new Map<string, Prepared[]>();
let current = 0;

addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  current = data.id;
  void search(data);
});

async function search({ id, query, filter, shards: wanted, enough }: SearchRequest): Promise<void> {
  const read = readQuery(query);
  let count = 0;
  for (const [index, { year, path }] of wanted.entries()) {
    const items = shards.get(year) ?? (await load(path));
    // A newer question has come while the shard was on its way.
    if (id !== current) return;
    if (items === undefined) {
      postMessage({ id, type: 'failed', year } satisfies SearchAnswer);
      return;
    }
    shards.set(year, items);
    const start = performance.now();
    const hits = find(items, read, filter);
    const took = performance.now() - start;
    const plain = hits.map(({ item, inTitle, titleRanges, textRanges }) => ({
      item,
      inTitle,
      titleRanges,
      textRanges,
    }));
    postMessage({ id, type: 'year', year, hits: plain, took } satisfies SearchAnswer);
    count += hits.length;
    if (count >= enough) {
      const rest = wanted.slice(index + 1).map((shard) => shard.year);
      postMessage({ id, type: 'done', rest } satisfies SearchAnswer);
      return;
    }
  }
  postMessage({ id, type: 'done', rest: [] } satisfies SearchAnswer);
}

/** A year's items made ready; `undefined` when they cannot be had. */
async function load(path: string): Promise<Prepared[] | undefined> {
  const response = await fetch(path).catch((error: unknown) => {
    if (error instanceof TypeError) return undefined;
    throw error;
  });
  if (!response?.ok) return undefined;
  const items: SearchItem[] = await response.json();
  return items.map(prepare);
}
