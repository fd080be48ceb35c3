import { fetchSitemap } from '#lib/check/permalinks/sitemap.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { networkFault } from '#lib/system/failure.ts';
import { contentFaults, headerFaults, type SiteResponse } from './check-answer.ts';
import { type ReadPage, readPage } from './read-page.ts';

/** How long an answer may take, in ms. */
const PATIENCE = 20_000;
/** A path that no site of ours has: the answer must be 404. */
const NOWHERE = '/nowhere-at-all';

/** How many pages and other files were checked, and the faults, each with its addresses. */
export type VerifyReport = { pages: number; others: number; faults: Map<string, string[]> };
/** How many addresses have been checked, of how many that are known so far. */
export type OnProgress = (done: number, known: number) => void;

/**
 * Checks a deployed site: every page of its sitemap, and everything on the site that these link to.
 * @param origin without a trailing slash
 * @param atOnce how many requests there are at the same time
 * @throws Failure when the site has no sitemap that can be read
 */
export async function verify(
  origin: string,
  atOnce: number,
  onProgress: OnProgress,
): Promise<VerifyReport> {
  const report: VerifyReport = { pages: 0, others: 0, faults: new Map() };
  const addFault = (url: string, fault: string) => {
    const urls = report.faults.get(fault) ?? [];
    if (!urls.includes(url)) urls.push(url);
    report.faults.set(fault, urls);
  };
  const listed = await fetchSitemap(absoluteUrl(origin, paths.sitemap()));
  const named = new URL(listed[0]?.url ?? origin).origin;
  if (named !== origin) addFault(origin, `is called ${named} in its sitemap`);
  /**
   * The address to ask for. A site may be deployed elsewhere than at the origin that it names, to be tried out: then
   * its own links are asked for at `origin`. `undefined` for a link to another site.
   */
  const toAsk = (url: string) => {
    if (!URL.canParse(url)) return undefined;
    const { origin: its, pathname, search } = new URL(url);
    return its === named || its === origin ? origin + pathname + search : undefined;
  };

  const queue: string[] = [];
  const seen = new Set<string>();
  const pages = new Map<string, ReadPage>();
  const add = (url: string | undefined) => {
    if (url === undefined || seen.has(url)) return;
    seen.add(url);
    queue.push(url);
  };
  for (const { url } of listed) {
    if (toAsk(url) === undefined) addFault(url, 'is in the sitemap, but is of another site');
    add(toAsk(url));
  }
  const inSitemap = new Set(seen);
  // The list of feeds exists only where there is a feed, and then the page of feeds links to it.
  for (const path of [paths.robots(), paths.llms()]) add(origin + path);

  const anchors: { from: string; to: string; id: string }[] = [];
  const visit = async (url: string) => {
    const answer = await ask(url);
    if (typeof answer === 'string') return addFault(url, answer);
    const isMissing = url === origin + NOWHERE;
    if (answer.status !== (isMissing ? 404 : 200))
      return addFault(url, `answered ${answer.status}`);
    for (const fault of headerFaults(answer)) addFault(url, fault);
    if (isMissing) return undefined;
    if (inSitemap.has(url)) report.pages += 1;
    else report.others += 1;
    if (!answer.headers.get('Content-Type')?.startsWith('text/html')) {
      for (const fault of contentFaults(answer)) addFault(url, fault);
      return undefined;
    }
    const page = readPage(answer.text, named + url.slice(origin.length));
    pages.set(url, page);
    if (inSitemap.has(url) && (page.canonical === undefined || toAsk(page.canonical) !== url))
      addFault(url, `names ${page.canonical ?? 'none'} as its canonical address`);
    for (const link of page.links) {
      const to = toAsk(link);
      add(to);
      const { hash } = new URL(link);
      if (to !== undefined && hash.length > 1)
        anchors.push({ from: url, to, id: decodeURIComponent(hash.slice(1)) });
    }
    return undefined;
  };
  add(origin + NOWHERE);
  await visitAll(queue, atOnce, visit, (done) => onProgress(done, seen.size));
  for (const { from, to, id } of anchors)
    if (pages.get(to)?.ids.has(id) === false)
      addFault(from, `links to ${to}#${id}, which is not there`);
  return report;
}

/** Visits every address of a queue, several at the same time; a visit may add addresses to the queue. */
async function visitAll(
  queue: string[],
  atOnce: number,
  visit: (url: string) => Promise<void>,
  onDone: (done: number) => void,
): Promise<void> {
  const running = new Set<Promise<void>>();
  let done = 0;
  while (queue.length > 0 || running.size > 0) {
    while (running.size < atOnce) {
      const url = queue.shift();
      if (url === undefined) break;
      const one: Promise<void> = visit(url).finally(() => {
        running.delete(one);
        done += 1;
        onDone(done);
      });
      running.add(one);
    }
    await Promise.race(running);
  }
}

/** Asks for an address once. A redirect is not followed, because a link should name the final address. */
async function ask(url: string): Promise<SiteResponse | string> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const { status, headers } = response;
    return { url, status, headers, text: await response.text() };
  } catch (error) {
    const fault = networkFault(error, PATIENCE);
    if (fault === undefined) throw error;
    return `was not answered (${fault})`;
  }
}
