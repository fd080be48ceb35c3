import { parseHTML } from 'linkedom';
import type { Article } from './article.ts';
import { boundHtml } from './bound-html.ts';
import { findObstacle } from './find-obstacle.ts';
import { readDay } from './read-day.ts';
import { readAuthor, readCanonical, readLanguage } from './read-details.ts';
import { readMarks, tidy } from './read-marks.ts';
import { readParagraphs } from './read-paragraphs.ts';
import { readPublisher } from './read-publisher.ts';
import { readTitle, withoutNames } from './read-title.ts';

export type ArticleOptions = {
  /** The time zone of our publication: an instant falls on a day there. */
  timeZone: string;
  /** Names of publishers that may stand at the end of a title. */
  names?: readonly string[];
};

/**
 * Reads an article from the HTML of its page.
 * @param address where the page was, after redirects
 */
export function readArticle(html: string, address: string, options: ArticleOptions): Article {
  const page = boundHtml(html);
  // linkedom makes no document of a text without an element.
  const { document } = parseHTML(
    /<html/i.test(page) ? page : `<!doctype html><html><body>${page}</body></html>`,
  );
  const marks = readMarks(document);
  const publisher = readPublisher(marks);
  const { hostname } = new URL(address);
  const host = hostname.replace(/^www\./, '');
  const names = [
    ...(options.names ?? []),
    ...(publisher === undefined ? [] : [publisher]),
    host,
    hostname,
  ];
  const headline = readTitle(marks, names);
  const title = headline === undefined ? undefined : withoutNames(headline, names);
  const { timeZone } = options;
  const day = readDay(document, marks, address, { title, timeZone });
  const author = readAuthor(marks);
  const canonical = readCanonical(marks, address);
  for (const element of document.querySelectorAll('script, style, noscript, template'))
    element.remove();
  const text = tidy(document.body?.textContent ?? '');
  const obstacle = findObstacle(html, marks.title, text);
  const paragraphs = readParagraphs(document).filter((paragraph) => paragraph !== title);
  const language = readLanguage(marks, paragraphs);
  return {
    host,
    address: canonical,
    paragraphs,
    ...(title && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(day !== undefined && { day }),
    ...(author !== undefined && { author }),
    ...(language !== undefined && { language }),
    ...(obstacle !== undefined && { obstacle }),
  };
}
