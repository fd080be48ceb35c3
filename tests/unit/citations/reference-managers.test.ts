import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeBibtex } from '#lib/citations/bibtex.ts';
import { oneLine, type Reference, titleOf } from '#lib/citations/reference.ts';
import { writeRis } from '#lib/citations/ris.ts';

const READ = '2026-08-20';

/** Texts as they may stand on a page, with much that means something to RIS and BibTeX. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('\r\nER  - \r\n', 'TY  - ', '\n', '{', '}', '\\', '\\}', '},\n', '"', '@x{'),
      fc.constantFrom(
        '%',
        '#',
        '$',
        '&',
        '_',
        '^',
        '~',
        '版权',
        '，',
        '\u2028',
        '\\textbackslash{}',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const day = fc.constantFrom('2025-03-31', '0001-01-01', '9999-12-31');

const references: fc.Arbitrary<Reference> = fc
  .record(
    {
      id: text,
      title: text,
      isDevised: fc.boolean(),
      author: text,
      language: fc.constantFrom('zh-CN', 'en', 'zhx'),
      issue: text,
      number: fc.constantFrom('1', '260'),
      date: day,
      url: fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), text),
    },
    { requiredKeys: ['id', 'title', 'author', 'language'] },
  )
  .filter(({ url }) => url !== '');

describe('an entry of RIS', () => {
  test('is, as an example', () => {
    expect(writeRis({ ...example, url: 'https://example.org/a' }, READ).split('\r\n')).toEqual([
      'TY  - ELEC',
      'ID  - 2025-03-31-k3x9qa',
      'TI  - 50%的{作品}',
      'AU  - 某某周报',
      'T2  - 某某周报 2025年3月31日 第1期',
      'PY  - 2025',
      'DA  - 2025/03/31/',
      'UR  - https://example.org/a',
      'Y2  - 2026/08/20/',
      'LA  - zh-CN',
      'ER  - ',
      '',
    ]);
  });

  test('has a line for each field, whatever is in the fields', () => {
    fc.assert(
      fc.property(references, (reference) => {
        const lines = writeRis(reference, READ).split('\r\n');
        expect(lines.pop()).toBe('');
        expect(lines.pop()).toBe('ER  - ');
        const fields = new Map(lines.map((line) => [line.slice(0, 2), line.slice(6)]));
        expect(fields.size).toBe(lines.length);
        for (const line of lines)
          expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\p{Cc}\p{Zl}\p{Zp}]*$/u);
        expect(lines[0]).toMatch(/^TY/);
        expect(fields.get('TI')).toBe(titleOf(reference));
        expect(fields.get('AU')).toBe(oneLine(reference.author));
        expect(fields.get('UR')).toBe(reference.url && oneLine(reference.url));
      }),
    );
  });
});

describe('an entry of BibTeX', () => {
  test('is, as an example', () => {
    expect(writeBibtex({ ...example, url: 'https://example.org/a?b={c}%20_d' }, READ)).toBe(
      [
        '@online{2025-03-31-k3x9qa,',
        '  author = {{某某周报}},',
        '  title = {{50\\%的\\textbraceleft{}作品\\textbraceright{}}},',
        '  note = {某某周报 2025年3月31日 第1期},',
        '  year = {2025},',
        '  date = {2025-03-31},',
        '  url = {https://example.org/a?b=%7Bc%7D%20_d},',
        '  urldate = {2026-08-20},',
        '  langid = {chinese},',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('says what the reference says, whatever is in the fields', () => {
    fc.assert(
      fc.property(references, (reference) => {
        const { type, fields } = readBibtex(writeBibtex(reference, READ));
        expect(type).toBe(reference.url === undefined ? 'misc' : 'online');
        expect(readTex(fields.get('title'))).toBe(titleOf(reference));
        expect(readTex(fields.get('author'))).toBe(oneLine(reference.author));
        expect(fields.get('url')).toBe(
          reference.url?.replace(/[\\{}\s\p{Cc}]/gu, (sign) => encodeURIComponent(sign)),
        );
        expect(fields.get('date')).toBe(reference.date);
      }),
    );
  });
});

const example: Reference = {
  id: '2025-03-31-k3x9qa',
  title: '50%的{作品}',
  author: '某某周报',
  issue: '某某周报 2025年3月31日 第1期',
  date: '2025-03-31',
  language: 'zh-CN',
};

/** Reads an entry as BibTeX does: a value ends where its braces do, counting those behind a backslash too. */
function readBibtex(entry: string): { type: string; fields: Map<string, string> } {
  const [head = '', type = ''] = /^@(\w+)\{[A-Za-z0-9-]*,\n/.exec(entry) ?? [];
  const fields = new Map<string, string>();
  let at = head.length;
  while (entry[at] !== '}') {
    const [start = '', name = ''] = /^ {2}(\w+) = \{/.exec(entry.slice(at)) ?? [];
    expect(start, entry).not.toBe('');
    at += start.length;
    const begin = at;
    for (let depth = 1; depth > 0; at++) {
      expect(at).toBeLessThan(entry.length);
      if (entry[at] === '{') depth++;
      if (entry[at] === '}') depth--;
    }
    fields.set(name, entry.slice(begin, at - 1));
    expect(entry.slice(at, at + 2)).toBe(',\n');
    at += 2;
  }
  expect(entry.slice(at)).toBe('}\n');
  return { type, fields };
}

/** The text that TeX prints for a value in two braces. A sign that means something to TeX must not stand alone. */
function readTex(value = ''): string {
  const commands: Record<string, string> = {
    textbackslash: '\\',
    textbraceleft: '{',
    textbraceright: '}',
    textasciitilde: '~',
    textasciicircum: '^',
  };
  const inner = value.slice(1, -1);
  expect(inner.replace(/\\[a-z]+\{\}|\\[#$%&_]/g, '')).not.toMatch(/[\\{}~^#$%&_]/);
  return inner.replace(
    /\\(?:([a-z]+)\{\}|([#$%&_]))/g,
    (_, name: string | undefined, sign: string) =>
      name === undefined ? sign : (commands[name] ?? '?'),
  );
}
