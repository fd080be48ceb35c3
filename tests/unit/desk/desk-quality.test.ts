import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRegistryFiles } from '#lib/content/folder/content-files.ts';
import { parseRegistries } from '#lib/content/registries/registries.ts';
import { plainItem, readDesk } from '#lib/desk/read-item.ts';
import { readReferences } from '#lib/references/read-references.ts';
import {
  type LabelledItem,
  readMadeUpLabels,
  readShippedLabels,
} from '#tests/support/desk-labels.ts';
import { scoreDesk } from '#tests/support/desk-score.ts';
import { ratesOf } from '#tests/support/desk-tally.ts';
import { readShipped } from '#tests/support/shipped.ts';

const content = join(import.meta.dirname, '../../../content');
const { registries } = parseRegistries(await readRegistryFiles(content));
if (registries === undefined) throw new Error('content/site.yml is unusable');
const { findEntities } = registries;
const archive = await readShipped();

const textOf = (date: string, title: string) =>
  archive.issues
    .find((issue) => issue.date === date)
    ?.sections.flatMap(({ items }) => items)
    .find((item) => item.title === title)?.text;

/** Sets that were written one after the other, each by a reader who had not seen the rules. */
const LATER = [
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twenty-first',
  'twenty-second',
  'twenty-third',
  'twenty-fourth',
];

const sets: [name: string, items: LabelledItem[]][] = [
  ['shipped', readShippedLabels(textOf)],
  ['made up before the rules', readMadeUpLabels('before.yml')],
  ['made up after the rules', readMadeUpLabels('after.yml')],
  ...LATER.map((name): [string, LabelledItem[]] => [
    `${name} set`,
    readMadeUpLabels(`${name}.yml`),
  ]),
];

/** What the design asks for: an entry is right at 98 of 100, and at most 20 of 100 are left out. */
const LEAST = { precision: 0.98, recall: 0.8 };

describe.each(sets)('%s', (name, items) => {
  const scores = scoreDesk(items, (item) => {
    const context = { date: item.date, findEntities };
    return readDesk(item, readReferences(plainItem(item), context), item.date);
  });
  test.each(['laws', 'cases', 'events'] as const)('%s', (list) => {
    const { precision, recall } = ratesOf(scores[list]);
    console.log(`${name}, ${list}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
    expect.soft(scores[list].right).toBeGreaterThan(12);
    expect.soft(precision, scores[list].wrong.join('\n')).toBeGreaterThanOrEqual(LEAST.precision);
    expect.soft(recall, scores[list].missed.join('\n')).toBeGreaterThanOrEqual(LEAST.recall);
  });
});
