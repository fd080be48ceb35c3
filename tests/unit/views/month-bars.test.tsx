import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { MonthBars } from '#components/charts/MonthBars.tsx';
import { perIssue, perIssueText } from '#components/charts/per-issue.ts';

/** The chart of months with so many items and so many issues each. */
function chartOf(...months: [items: number, issues: number][]): string {
  return renderToStaticMarkup(
    <MonthBars
      label="人工智能"
      months={months.map(([count], index) => ({
        count,
        path: count === 0 ? undefined : `/topics/ai/2025#${index + 1}`,
      }))}
      issueMonths={months.map(([items, issues]) => ({ issues, items, path: undefined }))}
    />,
  );
}

describe('the bars of a year', () => {
  test('are links that say their figures; a month without items has no bar', () => {
    const chart = chartOf([0, 1], [4, 1], [5, 5], [0, 0]);
    const links = chart.matchAll(/<a href="([^"]*)"><title>([^<]*)<\/title>/g);
    expect(Array.from(links, ([, path, name]) => [path, name])).toEqual([
      ['/topics/ai/2025#2', '2月：4条，每期4.0条'],
      ['/topics/ai/2025#3', '3月：5条，每期1.0条'],
    ]);
    expect(chart.match(/class="[^"]*bar[^"]*"/g)).toHaveLength(2);
  });

  test('are as high as the items per issue, so that months of few and of many issues compare', () => {
    const heights = Array.from(
      chartOf([4, 1], [10, 5]).matchAll(/height="([\d.]+)" class="[^"]*bar/g),
      ([, height]) => Number(height),
    );
    expect(heights).toEqual([44, 22]);
  });
});

test.each([
  [0, 0, '0.0'],
  [3, 0, '0.0'],
  [5, 2, '2.5'],
  [4, 4, '1.0'],
  [1, 3, '0.3'],
  [1, 30, '不到0.1'],
])('%i items in %i issues are %s per issue', (count, issues, text) => {
  expect(perIssueText(count, issues)).toBe(text);
  expect(Number.isFinite(perIssue(count, issues))).toBe(true);
});
