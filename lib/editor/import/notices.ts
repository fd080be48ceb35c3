/** How many texts a notice quotes. It always gives the number of all. */
const MOST_QUOTED = 20;

/**
 * The notices of an import: sentences on what of a document was left out or changed. A sentence that is added again is
 * listed once, with its count and the texts that it is about.
 */
export class Notices {
  readonly #sentences = new Map<string, { times: number; texts: string[] }>();

  /**
   * @param sentence without its full stop
   * @param text what the sentence is about; a blank one is not quoted
   * @param before the text before it in the document, by which an editor finds the place
   */
  add(sentence: string, text = '', before = ''): void {
    const known = this.#sentences.get(sentence) ?? { times: 0, texts: [] };
    known.times += 1;
    const line = before.replace(/\s+/g, ' ').trim();
    const place = line === '' ? '' : ` after “${line.length > 12 ? `…${line.slice(-12)}` : line}”`;
    if (text.trim() !== '') known.texts.push(quote(text) + place);
    this.#sentences.set(sentence, known);
  }

  /** The notices as they are printed, in the order in which each sentence was first added. */
  list(): string[] {
    return Array.from(this.#sentences, ([sentence, { times, texts }]) => {
      const quoted = texts.length > 0 ? ` (${texts.slice(0, MOST_QUOTED).join(', ')})` : '';
      return `${sentence}${quoted}${times > 1 ? `, ${times} times` : ''}.`;
    });
  }
}

/** The beginning of a text, on one line and in quotation marks. */
function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 60)}…` : line}”`;
}
