import type { Hit } from '#lib/search/find.ts';
import { formatDay } from '../page/day.ts';

/** How a search went, for the one line that says so. */
export type SearchState = {
  query: string;
  hits: readonly Hit[];
  /** How many hits there are, and how many of them are in the list. */
  total: number;
  listed: number;
  /** The oldest year that was searched, where there are older ones. */
  pausedAt: string | undefined;
  /** Whether pages are shown. */
  hasPages: boolean;
  /** Without a network: the newest issue that this device keeps, and the years that it does not. */
  keptUntil: string | undefined;
  missing: readonly string[];
  /** The year that could not be fetched, at which the search stopped. */
  failed?: string;
};

/** How many other words for a query are named. */
const NAMED = 4;

/** Says how many hits there are, which of them have other words than the reader's, and what could not be searched. */
export function describeSearch(state: SearchState): string {
  const { total, keptUntil, missing, failed } = state;
  const sentences = total === 0 && failed !== undefined ? [] : [describeCount(state)];
  if (keptUntil !== undefined)
    sentences.push(`没有网络，检索的是存在这台设备上的内容，到${formatDay(keptUntil)}一期为止`);
  if (missing.length > 0) sentences.push(`${missing.join('、')}年没有存下`);
  if (failed !== undefined) sentences.push(`${failed}年的内容没有取到，请检查网络`);
  const isPlainCount = total > 0 && sentences.length === 1;
  return isPlainCount ? sentences.join() : `${sentences.join('。')}。`;
}

function describeCount({ query, hits, total, listed, pausedAt, hasPages }: SearchState): string {
  if (total === 0 && query === '') return '所选的范围里没有消息';
  if (total === 0) return hasPages ? `没有含“${query}”的消息，有相关的页面` : `没有找到“${query}”`;
  const parts = [pausedAt === undefined ? `共${total}条` : `已检索到${pausedAt}年，${total}条`];
  const wide = hits.filter(({ exact }) => !exact);
  if (wide.length > 0) {
    const ways = [...new Set(wide.flatMap((hit) => hit.ways))].slice(0, NAMED);
    const named = ways.map((way) => `“${way}”`).join('');
    parts.push(
      named === '' ? `其中${wide.length}条写作繁体` : `其中${wide.length}条按${named}找到`,
    );
  }
  if (listed < total) parts.push(`列出${listed}条`);
  return parts.join('，');
}
