import { expect, test } from 'vitest';
import { convertInput } from '#tests/support/convert-input.ts';
import { newsletters } from '#tests/support/newsletters.ts';
import { testRegistries } from '#tests/support/registries.ts';

const registries = testRegistries();
/** The least share of what a person counts that the import must find. */
const LEAST = 0.95;

type Row = { name: string; sections: string; items: string; sources: string; lost: number };

const share = (found: number, counted: number) =>
  counted === 0 ? Number(found === 0) : 1 - Math.abs(found - counted) / counted;

test.concurrent.each(newsletters)('$name', async ({ name, text, pieces, ...counted }) => {
  const imported = await convertInput(
    { name: `2025-03-31 ${name}`, bytes: Buffer.from(text) },
    registries,
  );
  const sections = imported.issue?.sections ?? [];
  const items = sections.flatMap((section) => section.items);
  const found = {
    sections: sections.length,
    items: items.length,
    sources: items.flatMap(({ attributions }) => attributions).length,
  };
  const letters = imported.text.replace(/[^\p{L}\p{N}]/gu, '');
  const lost = pieces.filter((piece) => !letters.includes(piece));
  const row: Row = {
    name,
    sections: `${found.sections}/${counted.sections}`,
    items: `${found.items}/${counted.items}`,
    sources: `${found.sources}/${counted.sources}`,
    lost: lost.length,
  };
  console.log(Object.values(row).join(' | '));
  expect(lost, imported.text).toEqual([]);
  for (const kind of ['sections', 'items', 'sources'] as const)
    expect(share(found[kind], counted[kind]), `${kind}\n${imported.text}`).toBeGreaterThanOrEqual(
      LEAST,
    );
});

test('there are forty shapes or more', () => {
  expect(newsletters.length).toBeGreaterThanOrEqual(40);
});
