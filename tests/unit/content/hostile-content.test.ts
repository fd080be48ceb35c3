import { describe, expect, test } from 'vitest';
import type { Issue } from '#lib/content/issue.ts';
import { dangersInHtml, isSlug } from '#tests/support/attacks/look.ts';
import { places } from '#tests/support/attacks/places.ts';
import { attacks } from '#tests/support/attacks/strings.ts';
import { parseText } from '#tests/support/registries.ts';

test('there are some two hundred and fifty attacks, no two alike', () => {
  expect(new Set(attacks.map(({ text }) => text)).size).toBe(attacks.length);
  expect(attacks.length).toBeGreaterThanOrEqual(250);
});

const itemsOf = (issue: Issue | undefined) => issue?.sections.flatMap(({ items }) => items) ?? [];

describe.each(places)('in $name', ({ write }) => {
  test('no attack becomes more than text and what Markdown means', () => {
    const faults = attacks.flatMap(({ text }) => {
      const { issue, diagnostics } = parseText(write(text));
      const items = itemsOf(issue);
      const dangers = [issue?.lead, ...items.map(({ html }) => html)].flatMap((each) =>
        dangersInHtml(each?.__html ?? ''),
      );
      const strange = items
        .flatMap(({ attributions }) => attributions)
        .filter(
          ({ url, source }) => !/^https?:\/\//i.test(url ?? 'https://') || !isSlug(source.slug),
        )
        .map(({ url, source }) => `${url} ${source.slug}`);
      // What is told of it names a place in the file.
      const unplaced = diagnostics.messages.filter(({ line = 0 }) => line <= 0).map(String);
      const day = issue?.date === '2025-03-31' ? [] : ['the issue is of no day'];
      return [...dangers, ...strange, ...unplaced, ...day].map((fault) => `${text}: ${fault}`);
    });
    expect(faults).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });
});
