import type { SearchItem } from '#lib/search/find.ts';
import * as paths from '#lib/site/browser-paths.ts';
import { fetchShard } from '../find/shard.ts';
import { formatDay } from '../page/day.ts';
import { type Clip, keyOf } from './clips.ts';

/** An item of the selection, as it is exported: with its public address and the name of its issue. */
export type ClipItem = SearchItem & { address: string; issue: string };

/** The item of a clip; `absent` when the site has no such item; `offline` when it could not be fetched. */
export type Loaded = ClipItem | 'absent' | 'offline';

/** Loads the items of a selection from the search shards of their years. @returns them by the keys of their clips */
export async function loadItems(clips: readonly Clip[]): Promise<Map<string, Loaded>> {
  const years = [...new Set(clips.map(({ date }) => date.slice(0, 4)))];
  const shards = await Promise.all(
    years.map(async (year) => [year, await fetchShard(year)] as const),
  );
  const shardOf = new Map(shards);
  return new Map(
    clips.map((clip): [string, Loaded] => {
      const shard = shardOf.get(clip.date.slice(0, 4));
      const item = shard?.find((candidate) => keyOf(candidate) === keyOf(clip));
      if (item !== undefined) return [keyOf(clip), describe(item)];
      return [keyOf(clip), shard === undefined ? 'offline' : 'absent'];
    }),
  );
}

function describe(item: SearchItem): ClipItem {
  const { date, id, number } = item;
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const publication = document.querySelector('header a[href="/"]')?.textContent?.trim() ?? '';
  return {
    ...item,
    address: new URL(paths.item(date, id), canonical ?? location.href).href,
    issue: `《${publication}》${formatDay(date)}${number === undefined ? '' : ` 第${number}期`}`,
  };
}
