/** How much is read around a place, in UTF-16 units. */
const AROUND = 48;

/** What stands before a place in its clause. */
export function clauseBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - AROUND), start);
  return before.slice(
    Math.max(...Array.from('，。；！？：、》,;\n', (mark) => before.lastIndexOf(mark))) + 1,
  );
}

/** What stands after a place in its sentence, up to the next title. */
export function sentenceAfter(text: string, end: number): string {
  const [after = ''] = /^[^。；！？\n《]*/u.exec(text.slice(end, end + AROUND)) ?? [];
  return after;
}
