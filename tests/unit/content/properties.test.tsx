import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { IssuePage } from '#components/IssuePage.tsx';
import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { itemId } from '#lib/content/item-id.ts';
import { issuePage } from '#lib/views/issue.ts';
import { anyText, type Draft, issueDrafts, writeDraft } from '#tests/support/drafts.ts';
import { fc } from '#tests/support/properties.ts';
import { factsOf, parseText, testRegistries } from '#tests/support/registries.ts';

describe('any text', () => {
  test('is parsed without throwing, and its faults stand inside the file', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { issue, diagnostics } = parseText(text);
        expect(issue?.date).toBe('2025-03-31');
        const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
        for (const { place, message } of diagnostics.messages) {
          const point = place && ('line' in place ? place : place.start);
          const line = lines[(point?.line ?? 0) - 1];
          expect(line, `${message} at line ${point?.line}`).toBeDefined();
          expect(point?.column, message).toBeGreaterThan(0);
          expect(point?.column, message).toBeLessThanOrEqual((line?.length ?? 0) + 1);
        }
      }),
    );
  });
});

/** The letters and digits that a reader should see of a file: its text without marks and addresses. */
function lettersOfFile(markdown: string): string {
  return letters(markdown.replace(/\]\([^)]*\)/g, '').replace(/^---$/gm, ''));
}

function lettersOfPage(issue: Issue): string {
  const { site, topics } = testRegistries();
  const archive: Archive = {
    site,
    sections: [],
    sources: [],
    topics,
    entities: [],
    redirects: [],
    threads: [],
    desk: [],
    today: '2025-04-01',
    issues: [issue],
    factsOf,
    readPublicFile: async () => undefined,
  };
  const page = issuePage(archive, { date: issue.date });
  if (page === undefined) throw new Error('the issue has no page');
  const html = renderToStaticMarkup(<IssuePage {...page} />);
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
  // The contents and the reader's own links repeat or add words; the text of the issue is the rest.
  const text = textOf(
    parseFragment(main),
    (node) => node.tagName === 'nav' || node.attrs.some(({ name }) => name === 'tabindex'),
  );
  return letters(text);
}

function textOf(
  node: DefaultTreeAdapterTypes.Node,
  skip: (element: DefaultTreeAdapterTypes.Element) => boolean,
): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node) || ('tagName' in node && skip(node))) return '';
  return node.childNodes.map((child) => textOf(child, skip)).join('');
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

describe('a valid issue', () => {
  test('keeps all its text, in order, on its page', () => {
    fc.assert(
      fc.property(issueDrafts, (draft) => {
        const markdown = writeDraft(draft);
        const { issue, diagnostics } = parseText(markdown);
        expect(diagnostics.messages.filter(({ fatal }) => fatal)).toEqual([]);
        if (issue === undefined) throw new Error('no issue');
        expect(lettersOfPage(issue)).toContain(lettersOfFile(markdown));
      }),
    );
  });

  test('keeps the ids of its items when it is reordered or its punctuation changes', () => {
    fc.assert(
      fc.property(
        issueDrafts,
        fc.constantFrom('，', '“', '”', '·', ' ', '（', '！'),
        (draft, mark) => {
          const idsOf = (changed: Draft) =>
            parseText(writeDraft(changed)).issue?.sections.flatMap(({ items }) =>
              items.map(({ id }) => id),
            );
          const punctuated = draft.sections.map((items) =>
            items.map((each) => ({
              ...each,
              title: `${each.title.slice(0, 2)}${mark}${each.title.slice(2)}`,
            })),
          );
          const ids = idsOf(draft) ?? [];
          expect(idsOf({ ...draft, sections: punctuated })).toEqual(ids);
          const reversed = draft.sections.map((items) => [...items].reverse());
          expect(idsOf({ ...draft, sections: reversed })?.sort()).toEqual([...ids].sort());
        },
      ),
    );
  });

  test('has ids of six digits of Crockford base 32', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(itemId(title)).toMatch(/^[0-9a-hjkmnp-tv-z]{6}$/);
      }),
    );
    // The first 30 bits of sha256('快手2024年营收1269亿元'), reckoned by other means.
    expect(itemId('快手2024年营收1269亿元')).toBe('ew162c');
  });
});
