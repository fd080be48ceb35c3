/** Longer lines are folded: https://www.rfc-editor.org/rfc/rfc5545#section-3.1. In bytes of UTF-8. */
const LONGEST = 74;

/** A component of iCalendar: its name, its lines and the components inside it. */
export type Component = { name: string; lines: string[]; components?: Component[] };

/** Writes an iCalendar stream (RFC 5545). */
export function writeComponent(component: Component): string {
  return linesOf(component)
    .map((line) => `${foldLine(line)}\r\n`)
    .join('');
}

function linesOf({ name, lines, components = [] }: Component): string[] {
  return [`BEGIN:${name}`, ...lines, ...components.flatMap(linesOf), `END:${name}`];
}

/** Escapes a text value (RFC 5545, 3.3.11). */
export function calendarText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** Splits a line that is too long between characters. Each part but the first begins with a blank. */
function foldLine(line: string): string {
  // No UTF-16 unit takes more than three bytes in UTF-8.
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
