import { expect, test } from 'vitest';
import { type InlineFormat, restyle } from '#lib/editions/restyle.ts';
import { fc } from '#tests/support/properties.ts';

const format: InlineFormat = { styles: { p: 'margin:0' }, link: (text) => text, picture: () => '' };
const BASE = 'https://example.com/issues/2025-03-31';

test('gives the same for plain paragraphs whether it parses them or not', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'甲乙a1 \n\t"\'>𠮷。', '\u00a0', '\u2028') });
  const other = fc.constantFrom('&lt;', '&', '<br>', '<', '\r\n', '\0', '</p>', '<p>');
  const text = fc.oneof({ weight: 9, arbitrary: plain }, { weight: 1, arbitrary: other });
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const html = texts.map((each) => `<p>${each}</p>`).join('\n');
      // An element that no edition keeps has the HTML parsed, and leaves nothing behind.
      expect(restyle(html, BASE, format)).toBe(restyle(`${html}<i></i>`, BASE, format));
    }),
  );
});
