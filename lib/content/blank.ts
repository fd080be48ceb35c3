/** Replaces each character by a blank, but for line ends, so that the text behind keeps its lines and offsets. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
