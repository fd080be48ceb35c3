import { EditorState } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { restoreBreaks, withPlainBreaks } from '#lib/editor/edit/restore-breaks.ts';
import { fc } from '#tests/support/properties.ts';

const words = fc.array(fc.constantFrom('', '正文', 'a', '\u2028', '\t', ' ', '😀', '\u0085', '#'), {
  maxLength: 3,
});
const line = words.map((parts) => parts.join(''));
const end = fc.constantFrom('\n', '\r\n', '\r');
/** Lines with the breaks between them, of which there may be several kinds. */
const lines = fc.array(fc.tuple(line, end), { minLength: 1, maxLength: 12 });
const textOf = (parts: readonly (readonly [string, string])[]) =>
  parts.map(([text, its], index) => text + (index === parts.length - 1 ? '' : its)).join('');
/** `\r` before an empty line that ends with `\n` would be one break. */
const isWhole = (parts: readonly (readonly [string, string])[]) =>
  !/\r\n/.test(parts.map(([text, its]) => text + (its === '\r\n' ? 'N' : its)).join(''));

describe('line breaks', () => {
  test('any text is the same when it was opened in CodeMirror and not edited', () => {
    fc.assert(
      fc.property(lines, (parts) => {
        const text = textOf(parts);
        const { doc } = EditorState.create({ doc: withPlainBreaks(text) });
        expect(restoreBreaks(text, doc.toString())).toBe(text);
      }),
    );
  });

  test('an edit inside one line leaves all other characters alone', () => {
    const edited = fc.tuple(lines.filter(isWhole), fc.nat(), line);
    fc.assert(
      fc.property(edited, ([parts, at, other]) => {
        const index = at % parts.length;
        const after = parts.map(
          ([text, its], i) => [i === index ? `改${other}` : text, its] as const,
        );
        const typed = withPlainBreaks(textOf(after));
        expect(restoreBreaks(textOf(parts), typed)).toBe(textOf(after));
      }),
    );
  });

  test('the text that was typed is what is saved, whatever was edited', () => {
    const typed = fc.array(line, { minLength: 1, maxLength: 12 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(lines, typed, (parts, text) => {
        expect(withPlainBreaks(restoreBreaks(textOf(parts), text))).toBe(text);
      }),
    );
  });

  test.each<[string, string, string, string]>([
    ['one kind stays', 'a\r\nb\r\n', 'a\nb\nc\n', 'a\r\nb\r\nc\r\n'],
    ['a text of one line takes \\n', 'a', 'a\nb', 'a\nb'],
    ['a new line takes that of the line before', 'a\r\nb\nc', 'a\nx\nb\nc', 'a\r\nx\r\nb\nc'],
    ['a line cut in two has its own twice', 'a\nbc\r\nd\n', 'a\nb\nc\nd\n', 'a\nb\r\nc\r\nd\n'],
    ['a deleted line takes its own along', 'a\nb\r\nc\n', 'a\nc\n', 'a\nc\n'],
    ['two edits far apart', 'a\nb\r\nc\nd\r\ne', 'A\nb\nc\nD\ne', 'A\nb\r\nc\nD\r\ne'],
    ['everything gone', 'a\nb\r\n', '', ''],
    ['from nothing', '', 'a\nb', 'a\nb'],
  ])('%s', (_, original, edited, expected) => {
    expect(restoreBreaks(original, edited)).toBe(expected);
  });

  test('a text that is quite another one is saved in a short time', () => {
    const of = (word: string, its: string) =>
      Array.from({ length: 10_000 }, (_, index) => `${word}${index}${index % 2 ? '\n' : its}`).join(
        '',
      );
    const typed = withPlainBreaks(of('新', '\n'));
    expect(withPlainBreaks(restoreBreaks(of('旧', '\r\n'), typed))).toBe(typed);
  });
});
