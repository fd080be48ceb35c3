/** What an editor is to know of what became of a document: sentences, each with how often and of what. */
export class Told {
  readonly #sentences = new Map<string, { times: number; texts: string[] }>();

  /** @param text what it is about, where that has letters */
  add(sentence: string, text = ''): void {
    const known = this.#sentences.get(sentence) ?? { times: 0, texts: [] };
    known.times += 1;
    if (text.trim() !== '') known.texts.push(quote(text));
    this.#sentences.set(sentence, known);
  }

  list(): string[] {
    return Array.from(this.#sentences, ([sentence, { times, texts }]) => {
      const named = texts.length > 0 ? ` (${texts.slice(0, 5).join(', ')})` : '';
      return `${sentence}${named}${times > 1 ? `, ${times} times` : ''}.`;
    });
  }
}

/** A text as it is named in a message: its beginning, on one line. */
function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 60)}…` : line}”`;
}
