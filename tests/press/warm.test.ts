import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build, buildIn } from '#tests/support/build.ts';
import {
  contentFolderWith,
  sampleIssue as issue,
  temporaryFolder,
} from '#tests/support/content-folder.ts';
import { copyProject } from '#tests/support/project-copy.ts';

/** Every file of a site by its name, with what is in it. */
function filesOf(out: string): Map<string, string> {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    names
      .filter((name) => statSync(join(out, name)).isFile())
      .map((name) => [name, readFileSync(join(out, name), 'base64')]),
  );
}

/** How many pages a build says that it rendered and kept. */
function countsOf(stdout: string): { rendered: number; kept: number } {
  const [, rendered, kept] = /(\d+) rendered, (\d+) kept/.exec(stdout) ?? [];
  return { rendered: Number(rendered), kept: Number(kept) };
}

const three = () =>
  contentFolderWith({
    '2025-03-24.md': issue(1),
    '2025-03-31.md': issue(2),
    '2025-04-07.md': issue(3),
  });

/** Replaces words in a file that must be there. */
function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(file, text.replaceAll(from, to));
}

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

  test('renders all anew after a component has changed', async () => {
    const project = copyProject();
    const content = three();
    const out = join(temporaryFolder(), 'out');
    await buildIn(project, content, out);
    edit(join(project, 'components/Attributions.tsx'), '来源：', '出处：');
    const warm = await buildIn(project, content, out);
    expect(warm.stderr).toBe('');
    expect(warm.stdout).toContain('The code is compiled.');
    expect(countsOf(warm.stdout).kept).toBe(0);
    expect(readFileSync(join(out, 'issues/2025-03-31.html'), 'utf8')).toContain('出处：');

    const fresh = join(temporaryFolder(), 'out');
    await buildIn(project, content, fresh, { BUILD_CACHE: temporaryFolder() });
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
      for (const name of readdirSync(join(cache, folder)))
        writeFileSync(join(cache, folder, name), '<script>alert(1)</script>');
    const fresh = join(temporaryFolder(), 'out');
    const { code, stdout } = await build(content, fresh, { BUILD_CACHE: cache });
    expect(code).toBe(0);
    expect(countsOf(stdout).kept).toBe(0);
    expect(filesOf(fresh)).toEqual(before);
  });
});
