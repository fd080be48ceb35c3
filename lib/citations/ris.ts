import { oneLine, type Reference, titleOf } from './reference.ts';

/**
 * An entry of RIS, for reference managers: a web page (ELEC), or what is not online (GEN). RIS has no escapes: a field
 * is a line, so a value must be one. Lines end with CR LF.
 * @param read the day on which the reader saw the page, `YYYY-MM-DD`
 */
export function writeRis(reference: Reference, read: string): string {
  const { id, author, issue, number, date, url, language } = reference;
  const fields: [tag: string, value: string | undefined][] = [
    ['TY', url === undefined ? 'GEN' : 'ELEC'],
    ['ID', id],
    ['TI', titleOf(reference)],
    ['AU', author],
    ['T2', issue ?? author],
    ['IS', number],
    ['PY', date?.slice(0, 4)],
    ['DA', date && risDay(date)],
    ['UR', url],
    ['Y2', url && risDay(read)],
    ['LA', language],
  ];
  const lines = fields.flatMap(([tag, value]) =>
    value === undefined ? [] : `${tag}  - ${oneLine(value)}`,
  );
  return [...lines, 'ER  - ', ''].join('\r\n');
}

/** RIS parts a date with slashes, with one more before the season or other words. */
function risDay(date: string): string {
  return `${date.replaceAll('-', '/')}/`;
}
