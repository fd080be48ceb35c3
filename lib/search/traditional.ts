/** The traditional characters of a table, and at the same places their simplified forms. */
export type CharacterTable = { traditional: string; simplified: string };

/** Replaces the traditional characters of a folded text by simplified ones. Its length stays the same. */
export type Simplify = (text: string) => string;

export function simplifier({ traditional, simplified }: CharacterTable): Simplify {
  const forms = new Map(Array.from(traditional, (char, at) => [char, simplified.charAt(at)]));
  const pattern = new RegExp(`[${traditional}]`, 'g');
  return (text) => text.replace(pattern, (char) => forms.get(char) ?? char);
}

/** Traditional characters that GB 2312 has too, and marks that are Han characters for Unicode. */
const ALSO = '後於徵夥麽';
const NEVER = '〇々';

/** Every character of GB 2312, which has those of simplified texts: rows 16 to 87, 94 characters each. */
function simplifiedCharacters(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  // Row 55 ends five characters early. `gbk` has characters of its own there.
  return new TextDecoder('gbk').decode(Uint8Array.from(bytes));
}

let pattern: RegExp | undefined;

/**
 * Whether a text may be written in traditional characters: it has a character that simplified Chinese does not use.
 * Only then does the search page load the table of characters, 9 KB.
 */
export function mayBeTraditional(text: string): boolean {
  pattern ??= new RegExp(`[${ALSO}]|(?![${simplifiedCharacters()}${NEVER}])\\p{Script=Han}`, 'u');
  return pattern.test(text);
}
