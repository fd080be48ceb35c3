/** A text as it is compared: NFKC, then lower case. It may be longer or shorter than the original. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
