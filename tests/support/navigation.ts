import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from './browser.ts';

/** How long to wait on a page before the measurement, in ms: its own loading is over then. */
const SETTLE = 1000;
/** How long the pointer rests on a link before the click, in ms. */
const REST = 500;
const PATIENCE = 10_000;

export type Navigation = {
  /** From the click on the link to the first paint of the page that it leads to, in ms. */
  paint: number;
  /** Whether the page had been rendered before the click. */
  prerendered: boolean;
};

/** Goes from an issue to the next, with or without a rest of the pointer on the link before the click. */
export async function goToNext(
  browser: Browser,
  { from, to, pointed }: { from: string; to: string; pointed: boolean },
): Promise<Navigation> {
  const link = 'main a[rel=next]';
  await browser.open(from);
  await wait(SETTLE);
  await browser.evaluate(
    `addEventListener('click', (event) => localStorage.setItem('clicked', performance.timeOrigin + event.timeStamp), true)`,
  );
  if (pointed) {
    await browser.point(link);
    await wait(REST);
  }
  await browser.point(link, true);
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const seen = await browser.evaluate(`location.href !== ${JSON.stringify(to)} ? null : (() => {
      const [navigation] = performance.getEntriesByType('navigation');
      const paint = performance.getEntriesByName('first-contentful-paint')[0];
      return paint && {
        paint: performance.timeOrigin + paint.startTime - Number(localStorage.getItem('clicked')),
        prerendered: navigation.activationStart > 0,
      };
    })()`);
    if (seen) return seen as Navigation;
    await wait(20);
  }
  throw new Error(`${to} was not painted within ${PATIENCE} ms`);
}
