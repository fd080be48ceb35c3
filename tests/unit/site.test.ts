import { expect, test } from 'vitest';
import { isTag } from '#lib/site/site.ts';

test.each([
  ['example.org,2025', true],
  ['news.example.org,2025-03', true],
  ['editor@example.org,2025-03-31', true],
  ['example.org', false],
  ['localhost,2025', false],
  ['example.org,25', false],
  ['example.org,2025-13', false],
  ['example.org,2025-02-30', false],
  ['Example.org,2025', false],
  ['-example.org,2025', false],
  ['https://example.org,2025', false],
  ['example.org,2025:a', false],
  [' example.org,2025', false],
  ['', false],
])('%s names a site for ever: %s', (value, expected) => {
  expect(isTag(value)).toBe(expected);
});
