import rules from '#components/enhance/read-aloud.css';
import { adoptStyles } from './page/adopt-styles.ts';
import { ReaderBar } from './speech/bar.ts';

let bar: ReaderBar | undefined;

/**
 * Reads the page aloud with the browser's own voices, beginning with the item that an element is in, or else the first
 * one after it. A bar at the bottom of the window leads through the items.
 */
export function readAloud(from: Element): void {
  adoptStyles(rules);
  bar ??= new ReaderBar();
  bar.open(from);
}
