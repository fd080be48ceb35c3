import type { Reference } from '#lib/citations/reference.ts';
import { formatDay } from '../page/day.ts';

/** What can be cited at an item: the item, and each report that it is taken from. */
export type Citable = { item: Reference; reports: Reference[] };

/**
 * Reads what a page says of an item and its sources.
 * @param article the element around the item, with its heading and its sources
 * @param address the item's public address
 */
export function readReferences(article: Element, address: string): Citable {
  const title = titleIn(article);
  const date = meta('article:published_time') ?? timeIn(document.querySelector('main'));
  const number = meta('citation_issue') ?? /第(\d+)期/.exec(document.title)?.[1];
  const author = meta('og:site_name') ?? '';
  const language = document.documentElement.lang;
  const id = [date, article.id].filter(Boolean).join('-');
  const named = number === undefined ? '' : ` 第${number}期`;
  const reports = sourcesIn(article).map((source, index) => ({
    ...{ id: `${id}-${index + 1}`, title, isDevised: true, language },
    ...source,
  }));
  const item: Reference = { id, title, author, language, url: address };
  item.sources = reports.map((report) => report.author);
  if (number !== undefined) item.number = number;
  if (date !== undefined) {
    item.date = date;
    item.issue = `${author} ${formatDay(date)}${named}`;
  }
  return { item, reports };
}

/** The heading may have marks beside its link. */
function titleIn(article: Element): string {
  const heading = article.querySelector('h1, h2, h3');
  return (heading?.querySelector('a') ?? heading)?.textContent?.trim() ?? '';
}

function meta(name: string): string | undefined {
  const element = document.querySelector<HTMLMetaElement>(
    `meta[name="${name}"], meta[property="${name}"]`,
  );
  return element?.content || undefined;
}

function timeIn(element: Element | null): string | undefined {
  return element?.querySelector('time')?.getAttribute('datetime') ?? undefined;
}

/** Each source: its name in `<cite>`; in it or behind it the day and the link to the report, where they are known. */
function sourcesIn(article: Element): Pick<Reference, 'author' | 'date' | 'url'>[] {
  return [...article.querySelectorAll('cite')].map((cite) => {
    const source: Pick<Reference, 'author' | 'date' | 'url'> = {
      author: cite.textContent?.trim() ?? '',
    };
    const parts: Element[] = [...cite.children];
    for (
      let next = cite.nextElementSibling;
      next !== null && next.localName !== 'cite';
      next = next.nextElementSibling
    )
      parts.push(next);
    for (const part of parts) {
      const date = part.getAttribute('datetime');
      if (date !== null) source.date = date;
      if (part instanceof HTMLAnchorElement && part.rel === 'external') source.url = part.href;
    }
    return source;
  });
}
