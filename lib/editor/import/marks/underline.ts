import { isTitle } from './items/title-end.ts';
import { isSourceLine, trailingSourceAt } from './source-line.ts';

/** Whether a line is drawn with characters: `-----`, `=====`, `* * *`, ━━━━, ◆◆◆. */
export function isRule(line: string): boolean {
  const text = line.trim();
  return (
    /^([-=_*~—─━═－＝＿＊])(?:\s?\1){2,}$/.test(text) || /^[\u25A0-\u25FF★☆※•·\s]+$/.test(text)
  );
}

/**
 * Rewrites the underlined titles of a Markdown text, which stand above hyphens or equals signs, as headings with `#`.
 * Below a sentence, a source or several lines, hyphens are a rule and stay.
 */
export function readUnderlines(text: string): string {
  const lines = text.split('\n');
  // Where `##` marks the sections already, underlined titles are one level below them.
  const lower = /^##[ \t]/m.test(text) ? '###' : '##';
  for (const [index, line] of lines.entries()) {
    const mark = /^ {0,3}(?:(=)=*|--+)[ \t]*$/.exec(line);
    const title = lines[index - 1]?.trim() ?? '';
    const above = lines[index - 2]?.trim() ?? '';
    if (mark === null || (above !== '' && !/^#/.test(above)) || !mayBeTitle(title)) continue;
    lines[index - 1] = `${mark[1] === undefined ? lower : '#'} ${title}`;
    lines[index] = '';
  }
  return lines.join('\n');
}

function mayBeTitle(line: string): boolean {
  // A list, a quote, a table or a heading may stand above a rule.
  if (!isTitle(line) || /^(?:[-+*>#|~`]|\d+[.)]\s)|[，,、；;：:|]$/.test(line)) return false;
  return trailingSourceAt(line) === -1 && !isSourceLine(line);
}
