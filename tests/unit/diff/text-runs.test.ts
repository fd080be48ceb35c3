import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Run } from '#lib/editor/diff/difference.ts';
import { runsOf, shorten } from '#lib/editor/diff/text-runs.ts';

const show = (runs: readonly Run[]) =>
  runs
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `[+${text}+]`,
    )
    .join('');
const differ = (before: string, after: string) => show(runsOf(before, after));

test.each([
  ['法院判令赔偿十万元。', '法院判令赔偿百万元。', '法院判令赔偿[-十-][+百+]万元。'],
  // A number is whole, also where one digit of it differs.
  ['营收2,940.5亿元。', '营收2,941.5亿元。', '营收[-2,940.5-][+2,941.5+]亿元。'],
  ['用Claims一词', '用Claim一词', '用[-Claims-][+Claim+]一词'],
  // Two common characters between two changes are no help.
  ['甲乙的丙丁说。', '戊己的庚辛说。', '[-甲乙的丙丁-][+戊己的庚辛+]说。'],
  ['甲乙先后的丙丁说。', '戊己先后的庚辛说。', '[-甲乙-][+戊己+]先后的[-丙丁-][+庚辛+]说。'],
  ['第一段。\n第三段。', '第一段。\n第二段。\n第三段。', '第一段。\n[+第二段。\n+]第三段。'],
  ['𠮷野家', '𠮶野家', '[-𠮷-][+𠮶+]野家'],
  ['', '新的', '[+新的+]'],
  ['一样', '一样', '一样'],
])('%s → %s', (before, after, expected) => {
  expect(differ(before, after)).toBe(expected);
});

test('the runs give both texts again, whatever they are', () => {
  const text = fc.string({
    unit: fc.constantFrom('甲', '乙', '1', '2', 'a', '.', '\n', '𠮷'),
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = runsOf(before, after);
      const without = (kind: string) =>
        runs.map((run) => (run.kind === kind ? '' : run.text)).join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
      for (const [index, run] of runs.entries()) expect(run.kind).not.toBe(runs[index + 1]?.kind);
    }),
  );
});

test('two long texts without anything in common are compared in a moment', () => {
  const [before, after] = ['甲乙'.repeat(50_000), '丙丁'.repeat(50_000)];
  const start = performance.now();
  expect(runsOf(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  const lines = (word: string) => Array.from({ length: 5000 }, (_, i) => `${word}${i}\n`).join('');
  runsOf(lines('甲'), lines('乙'));
  expect(performance.now() - start).toBeLessThan(3000);
});

test('only a few characters around a change are shown', () => {
  const long = '一二三四五六七八九十'.repeat(5);
  expect(show(shorten(runsOf(`${long}旧${long}`, `${long}新${long}`)))).toBe(
    '……九十一二三四五六七八九十[-旧-][+新+]一二三四五六七八九十一二……',
  );
  const [added] = shorten(runsOf('', '字'.repeat(700)));
  expect(added?.text).toBe(`${'字'.repeat(600)}……（还有100字）`);
});
