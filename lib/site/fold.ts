/** A text in the form in which texts are compared: NFKC, then lower case. Its length may differ from the original. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
