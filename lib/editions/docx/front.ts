import type { Element } from 'xast';
import { x } from 'xastscript';
import { formatDate } from '#lib/site/dates.ts';
import { type Book, type BookIssue, issueName } from '../book.ts';
import { paragraph, run, styled, value } from './markup.ts';
import { SMALL } from './styles.ts';

/** The beginning of the document: name, date, number. Each line has a style or a label that the import recognises. */
export function masthead({ name }: Book['publication'], issue: BookIssue): Element[] {
  const { date, number, ownTitle, summary, editor } = issue;
  const day = number === undefined ? formatDate(date) : `${formatDate(date)} 第${number}期`;
  return [
    styled('Title', [run(name)]),
    styled('Subtitle', [run(day)]),
    ...(ownTitle === undefined ? [] : [styled('Title', [run(ownTitle)])]),
    ...(editor === undefined ? [] : [styled('Subtitle', [run(`编辑：${editor}`)])]),
    ...(summary === undefined ? [] : [paragraph([run('导语：', { bold: true }), run(summary)])]),
  ];
}

/** The header of every page but the first: the names of the publication and the issue. */
export function pageHeader({ name }: Book['publication'], issue: BookIssue): Element {
  const line = { 'w:val': 'single', 'w:sz': 4, 'w:space': 4, 'w:color': '999999' };
  const title = run(`${name}　${issueName(issue)}`, { size: SMALL });
  return x('w:hdr', { 'xmlns:w': MAIN }, [
    paragraph([title], x('w:pBdr', {}, [x('w:bottom', line)]), value('w:jc', 'center')),
  ]);
}

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The core properties of the document: title, author, dates (ECMA-376-2, 10). */
export function coreProperties(
  { title, modified, publication: { name, description } }: Book,
  { editor, summary, sections }: BookIssue,
): Element {
  const day = { 'xsi:type': 'dcterms:W3CDTF' };
  return x(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    [
      x('dc:title', {}, title),
      x('dc:creator', {}, editor ?? name),
      x('cp:keywords', {}, sections.map((section) => section.name).join(', ')),
      x('dc:description', {}, summary ?? description),
      x('cp:lastModifiedBy', {}, name),
      x('cp:revision', {}, '1'),
      x('dcterms:created', day, modified),
      x('dcterms:modified', day, modified),
    ],
  );
}
