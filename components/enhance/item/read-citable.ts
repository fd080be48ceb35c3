import type { Reference } from '#lib/citations/reference.ts';
import { formatDay } from '../page/day.ts';
import type { ShownItem } from './shown-item.ts';

/** What can be cited at an item: the item, and each report that it is taken from. */
export type Citable = { item: Reference; reports: Reference[] };

/** Reads what a page says of an item and its sources. */
export function readCitable({ article, title, address, date, id }: ShownItem): Citable {
  const number = meta('citation_issue') ?? /第(\d+)期/.exec(document.title)?.[1];
  const author = meta('og:site_name') ?? '';
  const language = document.documentElement.lang;
  const named = number === undefined ? '' : ` 第${number}期`;
  const reports = sourcesIn(article).map((source, index) => ({
    ...{ id: `${date}-${id}-${index + 1}`, title, isDevised: true, language },
    ...source,
  }));
  const item: Reference = {
    ...{ id: `${date}-${id}`, title, author, language, date, url: address },
    issue: `${author} ${formatDay(date)}${named}`,
    sources: reports.map((report) => report.author),
  };
  if (number !== undefined) item.number = number;
  return { item, reports };
}

function meta(name: string): string | undefined {
  const element = document.querySelector<HTMLMetaElement>(
    `meta[name="${name}"], meta[property="${name}"]`,
  );
  return element?.content || undefined;
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
      // A report that is gone has no link.
      if (part instanceof HTMLDataElement) source.url = part.value;
    }
    return source;
  });
}
