import type { APIResponse } from 'playwright/test';
import { addressesOf, isFile } from '#lib/views/addresses.ts';
import { readShipped } from '#tests/support/shipped.ts';
import { nextSite } from './playwright.config.ts';
import { expect, test } from './test.ts';

const typeOf = (answer: APIResponse) => answer.headers()['content-type']?.replace(/\s/g, '');

test('Next serves a file of every kind byte for byte as it is printed', async ({ request }) => {
  const archive = await readShipped();
  const oneOfEach = new Map(
    addressesOf(archive)
      .filter(isFile)
      .map((file) => [`${file.kind} ${/\.[a-z]+$/.exec(file.path)}`, file]),
  );
  expect(oneOfEach.size).toBeGreaterThan(4);
  for (const { path, type } of oneOfEach.values()) {
    const printed = await request.get(path);
    const served = await request.get(nextSite + path);
    expect(served.status(), path).toBe(200);
    for (const answer of [served, printed])
      expect(typeOf(answer), path).toBe(type.replace(/\s/g, ''));
    expect((await served.body()).equals(await printed.body()), path).toBe(true);
  }
});
