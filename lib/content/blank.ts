/** As many blanks as a text has characters, on the same lines: what stands behind it keeps its place. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
