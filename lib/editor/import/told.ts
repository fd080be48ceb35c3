/** What an editor is to know of what became of a document: sentences, each with how often and of what. */
export class Told {
  readonly #sentences = new Map<string, { times: number; texts: string[] }>();

  /**
   * @param text what it is about, where that has letters
   * @param before the text that stands before that in the document, by which an editor finds the place
   */
  add(sentence: string, text = '', before = ''): void {
    const known = this.#sentences.get(sentence) ?? { times: 0, texts: [] };
    known.times += 1;
    const line = before.replace(/\s+/g, ' ').trim();
    const place = line === '' ? '' : ` behind “${line.length > 12 ? `…${line.slice(-12)}` : line}”`;
    if (text.trim() !== '') known.texts.push(quote(text) + place);
    this.#sentences.set(sentence, known);
  }

  list(): string[] {
    return Array.from(this.#sentences, ([sentence, { times, texts }]) => {
      const named = texts.length > 0 ? ` (${texts.slice(0, MOST_TEXTS).join(', ')})` : '';
      return `${sentence}${named}${times > 1 ? `, ${times} times` : ''}.`;
    });
  }
}

/** A message lists so many texts, and gives the number of all. */
const MOST_TEXTS = 20;

/** A text as it is named in a message: its beginning, on one line. */
function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 60)}…` : line}”`;
}
