import { oneLine, type Reference, titleOf } from './reference.ts';

/**
 * An entry of BibTeX in UTF-8. `online` is a type of biblatex and of the BibTeX styles for GB/T 7714; other styles take
 * it as `misc`. `year` is for BibTeX, `date` for biblatex.
 * @param read the day on which the reader saw the page, `YYYY-MM-DD`
 */
export function writeBibtex(reference: Reference, read: string): string {
  const { id, author, issue, date, url, language } = reference;
  const fields: [name: string, value: string | undefined][] = [
    // Two braces: neither a name of an institution nor its title is taken apart or put in other letters.
    ['author', `{${escapeTex(author)}}`],
    ['title', `{${escapeTex(titleOf(reference))}}`],
    ['note', issue && escapeTex(issue)],
    ['year', date?.slice(0, 4)],
    ['date', date],
    ['url', url && escapeUrl(url)],
    ['urldate', url && read],
    ['langid', /^zh\b/.test(language) ? 'chinese' : undefined],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : `  ${name} = {${value}},\n`,
  );
  const type = url === undefined ? 'misc' : 'online';
  return `@${type}{${id.replace(/[^A-Za-z0-9-]+/g, '-')},\n${lines.join('')}}\n`;
}

/** Braces are written as commands too: BibTeX counts a brace even behind a backslash, and would not find the end. */
const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
};

function escapeTex(text: string): string {
  return oneLine(text).replace(/[\\{}~^#$%&_]/g, (sign) => TEX[sign] ?? sign);
}

/** An address is read letter by letter, so only what would end the field is percent-encoded. */
function escapeUrl(url: string): string {
  return url.replace(/[\\{}\s\p{Cc}]/gu, (sign) => encodeURIComponent(sign));
}
