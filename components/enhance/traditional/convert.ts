/** The phrases that begin with one character: what each becomes, and the length of the longest. */
type Group = { phrases: Map<string, string>; longest: number };

/**
 * A table of OpenCC that converts texts as opencc-js does: from left to right, at each place by the longest phrase. The
 * tries of opencc-js take a quarter of a second to build, on every page of a reader who wants them. Here a phrase is read
 * when its first character is met.
 */
export class Table {
  readonly #characters: Map<string, string>;
  readonly #phrases: string;
  /** Where the phrases with a first character stand in the text of the table, from one offset up to another. */
  readonly #places = new Map<string, [start: number, end: number][]>();
  readonly #groups = new Map<string, Group>();

  /**
   * @param phrases `简体词 簡體詞|…`. A phrase without a second form is converted character by character; but it is still
   * one phrase, and none that begins inside it is found.
   * @param characters `简 簡|…`
   */
  constructor(phrases: string, characters: string) {
    this.#characters = new Map(characters.split('|').map(readEntry));
    this.#phrases = phrases;
    for (let start = 0; start < phrases.length; ) {
      const bar = phrases.indexOf('|', start);
      const end = bar === -1 ? phrases.length : bar;
      const first = phrases[start] ?? '';
      const places = this.#places.get(first);
      const last = places?.at(-1);
      if (places === undefined) this.#places.set(first, [[start, end]]);
      else if (last !== undefined && last[1] + 1 === start) last[1] = end;
      else places.push([start, end]);
      start = end + 1;
    }
  }

  convert(text: string): string {
    let converted = '';
    for (let at = 0; at < text.length; ) {
      const { phrases, longest } = this.#groupOf(text[at] ?? '');
      let length = Math.min(longest, text.length - at);
      while (length > 0 && !phrases.has(text.slice(at, at + length))) length -= 1;
      const from =
        length > 0 ? text.slice(at, at + length) : String.fromCodePoint(text.codePointAt(at) ?? 0);
      converted += phrases.get(from) ?? this.#byCharacters(from);
      at += from.length;
    }
    return converted;
  }

  #byCharacters(text: string): string {
    return [...text].map((character) => this.#characters.get(character) ?? character).join('');
  }

  #groupOf(first: string): Group {
    const known = this.#groups.get(first);
    if (known !== undefined) return known;
    const entries = (this.#places.get(first) ?? []).flatMap(([start, end]) =>
      this.#phrases.slice(start, end).split('|').map(readEntry),
    );
    const phrases = new Map(entries.map(([from, to]) => [from, to || this.#byCharacters(from)]));
    const group = { phrases, longest: Math.max(0, ...entries.map(([from]) => from.length)) };
    this.#groups.set(first, group);
    return group;
  }
}

/** An entry of a table; its second form is empty where it has none. */
function readEntry(line: string): [from: string, to: string] {
  const [from = '', to = ''] = line.split(' ');
  return [from, to];
}

/** Converts a text, but writes names as the publication has them. Names stand for themselves wherever they occur. */
export function convertAround(
  text: string,
  names: ReadonlyMap<string, string>,
  convertRest: (rest: string) => string,
): string {
  const [first, ...others] = names;
  if (first === undefined) return convertRest(text);
  const [name, written] = first;
  const rest = new Map(others);
  return text
    .split(name)
    .map((part) => convertAround(part, rest, convertRest))
    .join(written);
}
