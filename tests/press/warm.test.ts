import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '#tests/support/build.ts';
import {
  contentFolderWith,
  sampleIssue as issue,
  temporaryFolder,
} from '#tests/support/content-folder.ts';
import { countsOf, edit } from '#tests/support/printing.ts';
import { siteFiles as filesOf } from '#tests/support/site-files.ts';

const three = () =>
  contentFolderWith({
    '2025-03-24.md': issue(1),
    '2025-03-31.md': issue(2),
    '2025-04-07.md': issue(3),
  });

describe('a build that finds pages kept', () => {
  test.each([
    ['an item', 'issues/2025-03-31.md', '正文第0段', '正文改过的一段'],
    ["a source's name", 'sources.yml', '光明日报', '光明报'],
    ["a topic's terms", 'topics.yml', 'AI', '正文第1段'],
  ])('prints the same as one from nothing, after %s has changed', async (_, file, from, to) => {
    const content = three();
    const cache = temporaryFolder();
    const out = join(temporaryFolder(), 'out');
    const first = await build(content, out, { BUILD_CACHE: cache });
    expect(countsOf(first.stdout).kept).toBe(0);
    edit(join(content, file), from, to);
    const warm = await build(content, out, { BUILD_CACHE: cache });
    expect(countsOf(warm.stdout).kept).toBeGreaterThan(0);
    expect(countsOf(warm.stdout).rendered).toBeGreaterThan(0);

    const fresh = join(temporaryFolder(), 'out');
    const cold = await build(content, fresh, { BUILD_CACHE: temporaryFolder() });
    expect(countsOf(cold.stdout).kept).toBe(0);
    expect(filesOf(out)).toEqual(filesOf(fresh));
  });

  test('believes no cache that was damaged or is not one', async () => {
    const content = three();
    const cache = temporaryFolder();
    const out = join(temporaryFolder(), 'out');
    await build(content, out, { BUILD_CACHE: cache });
    const before = filesOf(out);
    // Written over in place, as a failing disk would: the site that is served has the same files.
    for (const folder of ['pages', 'issues'])
      for (const name of filesOf(join(cache, folder)).keys())
        writeFileSync(join(cache, folder, name), '<script>alert(1)</script>');
    const fresh = join(temporaryFolder(), 'out');
    const { code, stdout } = await build(content, fresh, { BUILD_CACHE: cache });
    expect(code).toBe(0);
    expect(countsOf(stdout).kept).toBe(0);
    expect(filesOf(fresh)).toEqual(before);
  });
});
