import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readers } from '#tests/support/readings.ts';
import { readTable, tablesFolder } from '#tests/support/tables.ts';

test('every table in tests/tables has a reader, and every reader a table', () => {
  const tables = readdirSync(tablesFolder).filter((name) => name.endsWith('.txt'));
  expect(Object.keys(readers).sort()).toEqual(tables.sort());
});

describe.each(Object.entries(readers))('%s', (name, read) => {
  const groups = readTable(name);

  test.each(groups)('has cases under "$heading", and none of them twice', ({ cases }) => {
    expect(cases.length).toBeGreaterThan(0);
    const inputs = cases.map(({ readings: _, ...input }) => JSON.stringify(input));
    expect(new Set(inputs).size).toBe(inputs.length);
  });

  describe.each(groups)('$heading', ({ cases }) => {
    test.each(cases)('$text → $readings', ({ readings, ...input }) => {
      expect(read(input)).toEqual(readings);
    });
  });
});
