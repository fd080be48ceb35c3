/** How much of a text is read before a match and after it, in UTF-16 units: the words around a match say what it is. */
const AROUND = 48;

/** The part of a clause before index `start`. */
export function clauseBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - AROUND), start);
  return before.slice(
    Math.max(...Array.from('，。；！？：、》,;\n', (mark) => before.lastIndexOf(mark))) + 1,
  );
}

/** The rest of a sentence after index `end`, up to the next title in 《》. */
export function sentenceAfter(text: string, end: number): string {
  const [after = ''] = /^[^。；！？\n《]*/u.exec(text.slice(end, end + AROUND)) ?? [];
  return after;
}
