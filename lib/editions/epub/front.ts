import type { ElementContent } from 'xast';
import { x } from 'xastscript';
import { formatChineseDate, formatDate, formatMonthDay, formatWeekday } from '#lib/site/dates.ts';
import { type Book, type BookIssue, countItems, issueName } from '../book.ts';
import { type BookDocument, writeDocument } from './document.ts';

/** The title page of the volume of a year. */
export function volumeTitle(book: Book): BookDocument {
  const { publication, issues, title, year } = book;
  const [first, last] = [issues[0], issues.at(-1)];
  const span =
    first === undefined || last === undefined || first === last
      ? formatDate(book.date)
      : `${formatDate(first.date)}至${formatMonthDay(last.date)}`;
  const body = x('section', { 'epub:type': 'titlepage', class: 'masthead' }, [
    x('p', { class: 'name' }, publication.name),
    x('h1', {}, `${year}年合订本`),
    x('p', {}, `${span}，共${issues.length}期，${countItems(book)}条`),
    x('p', {}, publication.tagline),
  ]);
  return writeDocument({
    path: 'title.xhtml',
    title,
    language: publication.language,
    body: [body],
  });
}

/** The first page of an issue: the publication's name, the day and number, the summary and the lead. */
export function openingOf(
  issue: BookIssue,
  { publication, year }: Book,
  lead: ElementContent[],
  path: string,
): BookDocument {
  const { date, number, ownTitle, summary, editor } = issue;
  // In a volume the title page has named the publication.
  const isWhole = year === undefined;
  const line = [
    ...(isWhole ? [formatChineseDate(date)] : []),
    formatWeekday(date),
    ...(number === undefined ? [] : [`第${number}期`]),
    ...(editor === undefined ? [] : [`编辑：${editor}`]),
  ];
  const masthead = [
    ...(isWhole ? [x('p', { class: 'name' }, publication.name)] : []),
    x('h1', {}, ownTitle ?? formatDate(date)),
    x('p', {}, line.join('　')),
    ...(isWhole ? [x('p', {}, publication.tagline)] : []),
  ];
  const type = isWhole ? 'titlepage' : 'frontmatter';
  const body = [
    x('section', { 'epub:type': type }, [
      x('div', { class: 'masthead' }, masthead),
      ...(summary === undefined ? [] : [x('p', { class: 'summary' }, summary)]),
      ...lead,
    ]),
  ];
  return writeDocument({ path, title: issueName(issue), language: publication.language, body });
}

/** The last page: who published the book, when and where, and who may reprint it. */
export function colophon(
  book: Book,
  { title, href }: { title: string; href: string },
): BookDocument {
  const { publication, url, updated, id } = book;
  const editors = editorsOf(book);
  const row = (name: string, value: ElementContent | string) => [
    x('dt', {}, name),
    x('dd', {}, [typeof value === 'string' ? { type: 'text', value } : value]),
  ];
  const body = x('section', { 'epub:type': 'colophon', role: 'doc-colophon', class: 'colophon' }, [
    x('h1', {}, title),
    x('dl', {}, [
      ...row('刊名', publication.name),
      ...row('本书', book.title),
      ...(editors.length === 0 ? [] : row('编辑', editors.join('、'))),
      ...row('网址', x('a', { href: url }, url)),
      ...row('编号', id),
      ...row('更新', formatDate(updated)),
      ...row('转载', publication.reprint),
    ]),
  ]);
  return writeDocument({ path: href, title, language: publication.language, body: [body] });
}

/** The editors of the book's issues, each once. */
export function editorsOf({ issues }: Book): string[] {
  return [...new Set(issues.flatMap(({ editor }) => editor ?? []))];
}
