import robotsParser, { type Robot } from 'robots-parser';

/** What was fetched at `/robots.txt`; `undefined` where the host gave no answer at all. */
export type RobotsFile = { status: number; text: string } | undefined;

/** What a host allows. `crawlDelay` is in ms. */
export type HostRules = { allows: (url: string) => boolean; crawlDelay: number };

/** The name by which robots.txt knows us. */
export const ROBOT = 'Dibao';

/** The longest pause that a host may ask for, in ms: with a longer one, a day would not be enough for its pages. */
const LONGEST_DELAY = 30_000;

/**
 * The rules of a host by its robots.txt (RFC 9309). Where there is none (2.3.1.3), everything is allowed; where the host
 * cannot say (2.3.1.4), nothing is.
 */
export function hostRules(url: string, file: RobotsFile): HostRules {
  if (file === undefined || file.status >= 500) return { allows: () => false, crawlDelay: 0 };
  if (file.status < 200 || file.status > 299) return { allows: () => true, crawlDelay: 0 };
  const robot: Robot = robotsParser(url, file.text);
  const delay = (robot.getCrawlDelay(ROBOT) ?? 0) * 1000;
  return {
    allows: (page) => robot.isAllowed(page, ROBOT) !== false,
    crawlDelay: Math.min(Number.isFinite(delay) ? delay : 0, LONGEST_DELAY),
  };
}
