import { fetchSitemap } from '#lib/check/permalinks/sitemap.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { networkFault } from '#lib/system/failure.ts';
import { type Answer, contentFaults, headerFaults } from './check-answer.ts';
import { type ReadPage, readPage } from './read-page.ts';

/** How long an answer may take, in ms. */
const PATIENCE = 20_000;
/** An address at which no site of ours has anything. */
const NOWHERE = '/nowhere-at-all';

/** What was found, each fault with the addresses at which it is. */
export type Report = { pages: number; others: number; faults: Map<string, string[]> };
/** How many addresses have been asked for, of how many that are known of. */
export type OnProgress = (done: number, known: number) => void;

/**
 * Walks a deployed site: every page of its sitemap, and whatever of the site these link to.
 * @param origin without a trailing slash
 * @throws Failure when it has no sitemap that can be read
 */
export async function verify(
  origin: string,
  atOnce: number,
  onProgress: OnProgress,
): Promise<Report> {
  const report: Report = { pages: 0, others: 0, faults: new Map() };
  const tell = (url: string, fault: string) => {
    const urls = report.faults.get(fault) ?? [];
    if (!urls.includes(url)) urls.push(url);
    report.faults.set(fault, urls);
  };
  const listed = await fetchSitemap(absoluteUrl(origin, paths.sitemap()));
  const named = new URL(listed[0]?.url ?? origin).origin;
  if (named !== origin) tell(origin, `is called ${named} by its sitemap`);
  /** The address at which what the site calls `url` is asked for; `undefined` for another site's. */
  const placed = (url: string) => {
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
    if (placed(url) === undefined) tell(url, 'is of another site, in the sitemap');
    add(placed(url));
  }
  const inSitemap = new Set(seen);
  // The list of feeds is written only where there is a feed, and then the page of feeds links it.
  for (const path of [paths.robots(), paths.llms()]) add(origin + path);

  const anchors: { from: string; to: string; id: string }[] = [];
  const visit = async (url: string) => {
    const answer = await ask(url);
    if (typeof answer === 'string') return tell(url, answer);
    const isMissing = url === origin + NOWHERE;
    if (answer.status !== (isMissing ? 404 : 200)) return tell(url, `answered ${answer.status}`);
    for (const fault of headerFaults(answer)) tell(url, fault);
    if (isMissing) return undefined;
    if (inSitemap.has(url)) report.pages += 1;
    else report.others += 1;
    if (!answer.headers.get('Content-Type')?.startsWith('text/html')) {
      for (const fault of contentFaults(answer)) tell(url, fault);
      return undefined;
    }
    const page = readPage(answer.text, named + url.slice(origin.length));
    pages.set(url, page);
    if (inSitemap.has(url) && (page.canonical === undefined || placed(page.canonical) !== url))
      tell(url, `names ${page.canonical ?? 'none'} as its canonical address`);
    for (const link of page.links) {
      const to = placed(link);
      add(to);
      const { hash } = new URL(link);
      if (to !== undefined && hash.length > 1)
        anchors.push({ from: url, to, id: decodeURIComponent(hash.slice(1)) });
    }
    return undefined;
  };
  add(origin + NOWHERE);
  await work(queue, atOnce, visit, (done) => onProgress(done, seen.size));
  for (const { from, to, id } of anchors)
    if (pages.get(to)?.ids.has(id) === false)
      tell(from, `links to ${to}#${id}, which is not there`);
  return report;
}

/** Does with everything in a queue that grows meanwhile, so many at a time. */
async function work(
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

/** Asks for an address once, as it is; a link that has to lead on is one that should be mended. */
async function ask(url: string): Promise<Answer | string> {
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
