import { describe, expect, test } from 'vitest';
import type { Issue } from '#lib/content/issue.ts';
import { dangersInHtml, isSlug } from '#tests/support/attacks/look.ts';
import { type Place, places, sectionOf } from '#tests/support/attacks/places.ts';
import { attacks } from '#tests/support/attacks/strings.ts';
import { parseText } from '#tests/support/registries.ts';

test('there are some two hundred and fifty attacks, no two alike', () => {
  expect(new Set(attacks.map(({ text }) => text)).size).toBe(attacks.length);
  expect(attacks.length).toBeGreaterThanOrEqual(250);
});

const itemsOf = (issue: Issue | undefined) => issue?.sections.flatMap(({ items }) => items) ?? [];

/** What is more in the issue of a file than text and what Markdown means; and how many items it has. */
function look(file: string): { faults: string[]; count: number } {
  const { issue, diagnostics } = parseText(file);
  const items = itemsOf(issue);
  const dangers = [issue?.lead, ...items.map(({ html }) => html)].flatMap((each) =>
    dangersInHtml(each?.__html ?? ''),
  );
  const strange = items
    .flatMap(({ attributions }) => attributions)
    .filter(({ url, source }) => !/^https?:\/\//i.test(url ?? 'https://') || !isSlug(source.slug))
    .map(({ url, source }) => `${url} ${source.slug}`);
  // What is told of it names a place in the file.
  const unplaced = diagnostics.messages.filter(({ line = 0 }) => line <= 0).map(String);
  const day = issue?.date === '2025-03-31' ? [] : ['the issue is of no day'];
  return { faults: [...dangers, ...strange, ...unplaced, ...day], count: items.length };
}

const lookAt = (place: Place, text: string) =>
  look(place.write(text)).faults.map((fault) => `${text} in ${place.name}: ${fault}`);

function expectNothingPolluted(): void {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect('polluted' in {}).toBe(false);
}

describe('no attack becomes more than text and what Markdown means', () => {
  const inItems = places.filter(({ writeItem }) => writeItem !== undefined);

  // One file with an item for each place, which is read in half of the time. Where one swallows another, or there is a
  // fault, each place is looked at by itself.
  test('in any place of an item', () => {
    expect(inItems.length).toBeGreaterThan(20);
    const faults = attacks.flatMap(({ text }) => {
      const items = inItems.map(({ writeItem }, at) =>
        writeItem?.(text).replace('### 标题', `### 标题${at}`),
      );
      const { faults: found, count } = look(sectionOf(items.join('\n')));
      if (found.length === 0 && count === items.length) return [];
      const alone = inItems.flatMap((place) => lookAt(place, text));
      return alone.length > 0 ? alone : found.map((fault) => `${text} among items: ${fault}`);
    });
    expect(faults).toEqual([]);
    expectNothingPolluted();
  });

  test.each(places.filter(({ writeItem }) => writeItem === undefined))('in $name', (place) => {
    expect(attacks.flatMap(({ text }) => lookAt(place, text))).toEqual([]);
    expectNothingPolluted();
  });
});
