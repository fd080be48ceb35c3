import type { ElementContent } from 'xast';
import { x } from 'xastscript';
import {
  type Book,
  type BookIssue,
  type BookItem,
  type BookSection,
  type BookSource,
  issueName,
} from '../book.ts';
import type { Pictures } from '../pictures.ts';
import { type BodyContext, toXhtml } from './body.ts';
import { type BookDocument, writeDocument } from './document.ts';
import { colophon, openingOf, volumeTitle } from './front.ts';

/** An entry of the table of contents, with those below it. `href` is relative to the folder of the documents. */
export type TocEntry = { title: string; href: string; children: TocEntry[] };

/** The documents of a book in reading order, and its table of contents. */
export type Chapters = { documents: BookDocument[]; toc: TocEntry[] };

export function chaptersOf(book: Book, pictures: Pictures): Chapters {
  const places = placesOf(book);
  const inBook = (address: string) => places.get(address);
  const issues = book.issues.map((issue) => ({
    issue,
    chapters: issueChapters(issue, book, { base: issue.url, pictures, inBook }),
  }));
  const end: TocEntry = { title: '出版说明', href: 'colophon.xhtml', children: [] };
  const documents = issues.flatMap(({ chapters }) => chapters.documents);
  const last = colophon(book, end);
  if (book.year === undefined) {
    const toc = issues.flatMap(({ chapters }) => chapters.toc);
    return { documents: [...documents, last], toc: [...toc, end] };
  }
  const toc = issues.map(({ issue, chapters: { toc: children } }) => ({
    title: issueName(issue),
    href: issueFile(issue),
    children,
  }));
  return { documents: [volumeTitle(book), ...documents, last], toc: [...toc, end] };
}

function issueChapters(issue: BookIssue, book: Book, context: BodyContext): Chapters {
  const lead = toXhtml(issue.lead, context);
  const opening = openingOf(issue, book, lead, issueFile(issue));
  const sections = issue.sections.map((section) =>
    writeDocument({
      path: sectionFile(issue, section),
      title: `${section.name} · ${issueName(issue)}`,
      language: book.publication.language,
      body: [
        x('section', { 'epub:type': 'chapter', role: 'doc-chapter', 'aria-label': section.name }, [
          x('h1', {}, section.name),
          ...section.items.map((item) => itemBody(item, context)),
        ]),
      ],
    }),
  );
  const toc = issue.sections.map((section) => {
    const href = sectionFile(issue, section);
    const children = section.items.map(({ id, title }) => ({
      title,
      href: `${href}#${id}`,
      children: [],
    }));
    return { title: section.name, href, children };
  });
  return { documents: [opening, ...sections], toc };
}

function itemBody({ id, title, url, html, sources }: BookItem, context: BodyContext) {
  return x('article', { id }, [
    x('h2', {}, title),
    ...toXhtml(html, context),
    ...(sources.length === 0
      ? []
      : [x('p', { class: 'sources' }, ['来源：', ...sources.flatMap(sourceNodes)])]),
    x('p', { class: 'permalink' }, [x('a', { href: url }, '本条网页')]),
  ]);
}

/** A source: a link to the report where its address is known, or else to the publisher's page here. */
function sourceNodes({ name, page, url, date }: BookSource, index: number): ElementContent[] {
  const text = (value: string): ElementContent => ({ type: 'text', value });
  return [
    ...(index === 0 ? [] : [text('、')]),
    x('a', { href: url ?? page }, name),
    ...(date === undefined ? [] : [text(' '), x('time', { datetime: date }, date)]),
  ];
}

/** The place in the book of each issue, section and item, by its address on the site. */
function placesOf({ issues }: Book): Map<string, string> {
  const places = new Map<string, string>();
  for (const issue of issues) {
    places.set(issue.url, issueFile(issue));
    for (const section of issue.sections) {
      const file = sectionFile(issue, section);
      places.set(section.url, file);
      // A text may link an item as a place on the page of its issue, too.
      for (const { id, url } of section.items)
        for (const address of [url, `${issue.url}#${encodeURIComponent(id)}`])
          places.set(address, `${file}#${id}`);
    }
  }
  return places;
}

function issueFile({ date }: BookIssue): string {
  return `${date}.xhtml`;
}

function sectionFile({ date }: BookIssue, { id }: BookSection): string {
  return `${date}-${id}.xhtml`;
}
