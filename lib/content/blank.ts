/** Replaces every character but line ends by a space, so that the text after it keeps its lines and offsets. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
