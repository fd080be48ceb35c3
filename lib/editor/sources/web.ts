import type { Fetch } from '#lib/ledger/ask-page.ts';
import { readPage } from '#lib/ledger/page/read-page.ts';
import { fetchPage } from '#lib/ledger/web/fetch-page.ts';

/** The longest time for a page, in ms; an archive takes longer to keep one. */
const PATIENCE = 20_000;
const PATIENCE_OF_ARCHIVE = 120_000;

/** Asks for a page. `SOURCES_PRIVATE_HOSTS=1` allows hosts of private networks. */
export const fetchForLedger: Fetch = (url, signal) => fetchPage(url, mannerOf(PATIENCE), signal);

/** Asks an archive. */
export const fetchFromArchive: Fetch = (url, signal) =>
  fetchPage(url, mannerOf(PATIENCE_OF_ARCHIVE), signal);

function mannerOf(patience: number) {
  return { patience, privateHosts: process.env.SOURCES_PRIVATE_HOSTS === '1' };
}

export const readArticleText = readPage;
