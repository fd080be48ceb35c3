/** Longer lines are folded, in bytes of UTF-8: https://www.rfc-editor.org/rfc/rfc5545#section-3.1. */
const LONGEST = 74;

/** A component of iCalendar, line by line. */
export type Component = { name: string; lines: string[]; components?: Component[] };

/** An iCalendar stream (RFC 5545). */
export function writeComponent(component: Component): string {
  return linesOf(component)
    .map((line) => `${fold(line)}\r\n`)
    .join('');
}

function linesOf({ name, lines, components = [] }: Component): string[] {
  return [`BEGIN:${name}`, ...lines, ...components.flatMap(linesOf), `END:${name}`];
}

/** A value that is text, as it stands in a line. */
export function calendarText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** A line in pieces, each but the first behind a blank: no character is cut. */
function fold(line: string): string {
  // No character takes more than three bytes for each of its parts.
  if (line.length * 3 <= LONGEST) return line;
  let folded = '';
  let length = 0;
  for (const char of line) {
    const bytes = bytesOf(char);
    length += bytes;
    if (length > LONGEST) {
      folded += '\r\n ';
      length = bytes;
    }
    folded += char;
  }
  return folded;
}

/** How many bytes a character takes in UTF-8. */
function bytesOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
