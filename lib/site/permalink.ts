import type { IsoDate } from './dates.ts';
import { formSteps, paths } from './paths.ts';
import { isDecodable } from './redirects.ts';

/** An item and its issue: as much of an entry as the address needs. */
type Addressed = { issue: { date: IsoDate }; item: { id: string } };

/**
 * An item's permalink as `threads.yml` and `desk.yml` name it: its place on the page of its issue, not percent-encoded.
 * An editor may also write the address of the item's own page: `readPermalink` knows both.
 */
export function permalinkOf({ issue, item }: Addressed): string {
  return decodeURI(paths.itemInIssue(issue.date, item.id));
}

/**
 * The address of an item, with or without the address of the site: the path of its issue, then its id below it or
 * behind `#`.
 */
export const itemAddress =
  /^(?:https?:\/\/[^/\s]+)?(\/issues\/\d{4}-\d{2}-\d{2})([/#])([^\s/#?]+)$/;

/**
 * Reads the address of an item in either of its two forms, with or without the address of the site before it.
 * @returns the permalink as `permalinkOf` writes it, and the id in it; `undefined` for any other address
 */
export function readPermalink(address: string): { permalink: string; id: string } | undefined {
  const [, issue, sign, step] = itemAddress.exec(address) ?? [];
  if (issue === undefined || step === undefined || !isDecodable(step)) return undefined;
  const id = decodeURIComponent(step);
  // The forms of an issue, such as its mail, lie below its address too. No item has the id of one.
  if (sign === '/' && formSteps.some((form) => form === id)) return undefined;
  return { permalink: `${issue}#${id}`, id };
}

/** The id of the item that an absolute address leads to, at any origin; `undefined` for other addresses. */
export function idInPermalink(address: string): string | undefined {
  return URL.canParse(address) ? readPermalink(address)?.id : undefined;
}
