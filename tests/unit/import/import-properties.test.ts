import { describe, expect, test } from 'vitest';
import type { Imported } from '#lib/editor/import/convert.ts';
import { convertInput } from '#tests/support/convert-input.ts';
import { anyText, type Draft, issueDrafts, writeDraft } from '#tests/support/drafts.ts';
import { fc, partOfRuns } from '#tests/support/properties.ts';
import { testRegistries } from '#tests/support/registries.ts';
import { paragraph, run, wordWith } from '#tests/support/word.ts';

const registries = testRegistries();

function importText(text: string, name: string) {
  return convertInput({ name, bytes: Buffer.from(text) }, registries, '2025-03-31');
}

/** Letters and digits, in order; &amp; is the character that it stands for. */
const lettersOf = (text: string): string[] =>
  text.replaceAll('&amp;', '&').match(/[\p{L}\p{N}]/gu) ?? [];

/**
 * The letters from the first on that neither `text` has, in order, nor `leads`, the numbers that were left out
 * because they stood before a name or a title; empty where nothing is missing.
 */
function missingFrom({ text, draft }: Imported, input: string): string {
  const letters = lettersOf(input);
  const kept = lettersOf(text);
  const left = lettersOf(draft.prefixes.join(''));
  // A source above the text of its item is written below it: then only the order is another.
  const isMoved = draft.sections.some(({ items }) =>
    items.some((item) => 'isSourceFirst' in item && item.isSourceFirst === true),
  );
  if (isMoved)
    return withoutLetters(letters, [...kept, ...left])
      .slice(0, 20)
      .join('');
  // How much of the text is read by when so many of those left out are: the least, for each number of them.
  let reached = new Map([[0, 0]]);
  for (const [index, letter] of letters.entries()) {
    const next = new Map<number, number>();
    const reach = (leftOut: number, at: number) =>
      next.set(leftOut, Math.min(at, next.get(leftOut) ?? at));
    for (const [leftOut, at] of reached) {
      const found = kept.indexOf(letter, at);
      if (found !== -1) reach(leftOut, found + 1);
      if (left[leftOut] === letter) reach(leftOut + 1, at);
    }
    if (next.size === 0) return letters.slice(index, index + 20).join('');
    reached = next;
  }
  return '';
}

/** Letters without as many of each as others have. */
function withoutLetters(letters: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const letter of others) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return letters.filter((letter) => {
    const count = counts.get(letter) ?? 0;
    counts.set(letter, count - 1);
    return count <= 0;
  });
}

/** A text that a file may hold: no controls, well formed, with something to read in it. */
const texts = anyText
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  .map((text) => text.replace(/\p{Cs}/gu, '').replace(/[\0-\x08\x0e-\x1f\x7f\ufffe\uffff]/g, ''))
  .filter((text) => /[\p{L}\p{N}]/u.test(text));

/** A text in HTML or XML. */
const escapeMarkup = (text: string) => text.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);

describe('every letter and digit of the input is in the issue, in order', () => {
  test.each(['a.md', 'a.txt'])(
    'of any text that is called %s',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(texts, async (text) => {
          fc.pre(name === 'a.md' || !/^\s*<|<!--/.test(text));
          // Tags are no text; what Markdown has of them is read as HTML.
          const shown = text.replace(/<!--[\s\S]*?-->|<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>/gi, '');
          // A text of tags alone holds nothing to import.
          fc.pre(/[\p{L}\p{N}]/u.test(shown));
          const imported = await importText(text, name);
          expect(missingFrom(imported, shown)).toBe('');
        }),
      );
    },
    120_000,
  );

  test('of any text in a page', async () => {
    const tags = fc.constantFrom(
      'p',
      'h1',
      'h2',
      'h3',
      'b',
      'li',
      'td',
      'blockquote',
      'pre',
      'div',
      'caption',
      'u',
    );
    const pages = fc.array(fc.tuple(tags, tags, texts), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(pages, async (parts) => {
        const body = parts.map(
          ([outer, inner, text]) =>
            `<${outer}><${inner}>${escapeMarkup(text)}</${inner}></${outer}>`,
        );
        const imported = await importText(`<html><body>${body.join('\n')}</body></html>`, 'a.html');
        expect(missingFrom(imported, parts.map(([, , text]) => text).join('\n'))).toBe('');
      }),
    );
  }, 120_000);
});

test('every letter and digit of a Word document is in the issue, in order', async () => {
  const looks = fc.constantFrom('', '<w:b/>', '<w:i/>');
  const places = fc.constantFrom(
    (inside: string) => paragraph(inside),
    (inside: string) => paragraph(inside, '<w:jc w:val="right"/>'),
    (inside: string) => `<w:tbl><w:tr><w:tc>${paragraph(inside)}</w:tc></w:tr></w:tbl>`,
  );
  const lines = fc.array(fc.tuple(places, looks, texts), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(lines, async (parts) => {
      const body = parts.map(([place, look, text]) => place(run(escapeMarkup(text), look)));
      const imported = await convertInput(
        { name: 'a.docx', bytes: await wordWith(body.join('')) },
        registries,
        '2025-03-31',
      );
      expect(missingFrom(imported, parts.map(([, , text]) => text).join('\n'))).toBe('');
    }),
    partOfRuns(0.2),
  );
}, 120_000);

test('an issue as editors write it keeps its items and sources, and has no half-width mark left', async () => {
  await fc.assert(
    fc.asyncProperty(issueDrafts, async (draft: Draft) => {
      const { issue, diagnostics } = await importText(writeDraft(draft), 'a.md');
      expect(diagnostics.messages.map(String)).toEqual([]);
      expect(issue?.sections.map(({ items }) => items.map(({ title }) => title))).toEqual(
        draft.sections.map((items) => items.map(({ title }) => title)),
      );
    }),
    partOfRuns(0.5),
  );
}, 120_000);
