import { describe, expect, test } from 'vitest';
import { decodeText } from '#lib/editor/import/text/decode.ts';

describe('a text is decoded', () => {
  const text = '3月25日，快手（AI）发布“财报”。\n营收1,269亿元。\n';
  const utf16le = Buffer.from(text, 'utf16le');
  const swap = (bytes: Buffer) => Buffer.from(bytes).swap16();
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE', utf16le],
    ['UTF-16 LE with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le])],
    ['UTF-16 BE', swap(utf16le)],
    ['UTF-16 BE with its mark', Buffer.concat([Buffer.from([0xfe, 0xff]), swap(utf16le)])],
    ['GB18030', encode(text, 'gb18030')],
    [
      'GB18030 with its mark',
      Buffer.concat([Buffer.from('84319533', 'hex'), encode(text, 'gb18030')]),
    ],
    ['lines of Windows', Buffer.from(text.replaceAll('\n', '\r\n'))],
  ])('in %s', (_, bytes) => {
    expect(decodeText(bytes, 'a.txt')).toBe(text);
  });

  test('in GB18030 with rare characters only, of two bytes and of four', () => {
    const rare = '镕堃喆犇骉囧槑龘朤叕';
    expect(decodeText(encode(rare, 'gb18030'), 'a.txt')).toBe(rare);
    // 𠮷 and 㐱, beyond what two bytes reach.
    expect(decodeText(Buffer.from('9536b9378139ef37', 'hex'), 'a.txt')).toHaveLength(3);
  });

  test('in traditional characters of GB18030', () => {
    const traditional =
      '近日，快手發佈財報，營收與淨利潤同比增長。國家版權局發佈關於著作權法的解釋。';
    expect(decodeText(encode(traditional, 'gb18030'), 'a.txt')).toBe(traditional);
  });

  test.each([
    ['Big5', encode('近日，快手發佈財報，營收與淨利潤同比增長。', 'big5'), 'looks like Big5'],
    ['Shift-JIS', encode('著作権法の改正について、文化庁が発表した。', 'shift_jis'), 'Shift-JIS'],
    [
      'broken UTF-8',
      Buffer.concat([
        Buffer.from('近日，快手发布财报\n营收'),
        Buffer.from('增').subarray(0, 2),
        Buffer.from('长，同比增长。（来源：证券日报）\n'),
      ]),
      'broken character in its line 2',
    ],
  ])('or refused, with the reason, in %s', (_, bytes, what) => {
    expect(() => decodeText(bytes, 'a.txt')).toThrow(what);
  });

  test.each([
    ['Big5', encode('近日，快手發佈財報，營收與淨利潤同比增長。', 'big5')],
    ['Shift-JIS', encode('著作権法の改正について、文化庁が発表した。', 'shift_jis')],
    ['Latin-1', Buffer.from('Le droit d’auteur à l’été : décision fondée', 'latin1')],
    ['half a character', Buffer.from('快手').subarray(0, 5)],
    ['broken UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe, 0x00, 0xd8]), utf16le])],
  ])('or refused in %s', (_, bytes) => {
    expect(() => decodeText(bytes, 'a.txt')).toThrow(/save it as UTF-8/);
  });
});

/** A text in an encoding of one or two bytes a character, which Node only decodes. */
function encode(text: string, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding);
  const codes = new Map<string, number[]>();
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && !codes.has(char)) codes.set(char, [lead, trail]);
    }
  }
  return Buffer.from(
    Array.from(text).flatMap((char) =>
      char < '\x80' ? [char.charCodeAt(0)] : (codes.get(char) ?? []),
    ),
  );
}
