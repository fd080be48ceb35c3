/**
 * Reads the code points that a font has glyphs for from its `cmap` table
 * (https://learn.microsoft.com/typography/opentype/spec/cmap).
 * @throws RangeError for a font without such a table in format 4 or 12
 */
export function readCharacters(font: Buffer): Set<number> {
  const cmap = readTable(font, 'cmap');
  const characters = new Set<number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) addSegments(table, characters);
    if (format === 12) addGroups(table, characters);
  }
  if (characters.size === 0) throw new RangeError('a font has no characters');
  return characters;
}

function readTable(font: Buffer, tag: string): Buffer {
  for (let entry = 12; entry < 12 + font.readUInt16BE(4) * 16; entry += 16) {
    if (font.toString('latin1', entry, entry + 4) !== tag) continue;
    const offset = font.readUInt32BE(entry + 8);
    return font.subarray(offset, offset + font.readUInt32BE(entry + 12));
  }
  throw new RangeError(`a font has no table ${tag}`);
}

/** Format 4: ranges of characters. The glyph of each is computed from its code or listed. Glyph 0 is the empty box. */
function addSegments(table: Buffer, characters: Set<number>): void {
  const size = table.readUInt16BE(6);
  for (let at = 0; at < size; at += 2) {
    const last = table.readUInt16BE(14 + at);
    const first = table.readUInt16BE(16 + size + at);
    const step = table.readUInt16BE(16 + 2 * size + at);
    const list = 16 + 3 * size + at;
    const offset = table.readUInt16BE(list);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const glyph =
        offset === 0 ? code + step : table.readUInt16BE(list + offset + 2 * (code - first));
      if ((glyph & 0xffff) !== 0) characters.add(code);
    }
  }
}

/** Format 12: ranges of characters of any plane. The glyph of each is computed from its code. */
function addGroups(table: Buffer, characters: Set<number>): void {
  for (let group = 0; group < table.readUInt32BE(12); group += 1) {
    const at = 16 + group * 12;
    const [first, last] = [table.readUInt32BE(at), table.readUInt32BE(at + 4)];
    const glyph = table.readUInt32BE(at + 8);
    for (let code = first; code <= last; code += 1) {
      if (glyph + code - first !== 0) characters.add(code);
    }
  }
}
