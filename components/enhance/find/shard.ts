import type { SearchItem } from '#lib/search/find.ts';
import type { NamedPage } from '#lib/search/find-pages.ts';
import type { ListedIssue } from '#lib/search/issue-pages.ts';
import type { CharacterTable } from '#lib/search/traditional.ts';
import * as paths from '#lib/site/browser-paths.ts';
import { isKept } from './kept.ts';

/** All items of a year; `undefined` when they cannot be fetched. */
export async function fetchShard(year: string): Promise<SearchItem[] | undefined> {
  return (await loadShard(year))?.items;
}

/** All items of a year, and whether they are those that this device keeps; `undefined` when it has none. */
export async function loadShard(
  year: string,
): Promise<{ items: SearchItem[]; kept: boolean } | undefined> {
  const response = await fetchFile(paths.searchShard(year));
  return response === undefined
    ? undefined
    : { items: await response.json(), kept: isKept(response) };
}

/** The pages that a search can find by name; `undefined` when they cannot be fetched. */
export async function fetchPages(): Promise<NamedPage[] | undefined> {
  return (await fetchFile(paths.searchPages()))?.json();
}

/** The number and the day of each issue, newest first; `undefined` when they cannot be fetched. */
export async function fetchIssues(): Promise<ListedIssue[] | undefined> {
  return (await fetchFile(paths.searchIssues()))?.json();
}

/** The traditional characters with their simplified forms; `undefined` when they cannot be fetched. */
export async function fetchCharacters(): Promise<CharacterTable | undefined> {
  return (await fetchFile(paths.characterTable()))?.json();
}

async function fetchFile(path: string): Promise<Response | undefined> {
  const response = await fetch(path).catch((error: unknown) => {
    // `fetch` throws a `TypeError` when there is no network.
    if (error instanceof TypeError) return undefined;
    throw error;
  });
  return response?.ok ? response : undefined;
}
