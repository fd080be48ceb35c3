import { readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn, type Run } from '#tests/support/build.ts';
import { sampleIssue, temporaryFolder } from '#tests/support/content-folder.ts';
import { countsOf, edit } from '#tests/support/printing.ts';
import { copyProjectTo } from '#tests/support/project-copy.ts';
import { registryTexts } from '#tests/support/registries.ts';
import { siteFiles } from '#tests/support/site-files.ts';
import { makeTemporaryFolder, writeFilesInto } from '#tests/support/temporary-folder.ts';
import { fillCache, warmCache } from '#tests/support/warm-cache.ts';

// One copy, compiled once, whose files these tests change.
const { folder, remove } = makeTemporaryFolder();
const project = join(folder, 'project');
const issues = join(folder, 'content');
const out = join(folder, 'out');
/** It has the scripts and the card of another site, and no page of this one. */
const cache = join(folder, 'cache');
const build = () => buildIn(project, issues, out, { BUILD_CACHE: cache });
/** What the first build says. */
let built: Run;
beforeAll(async () => {
  copyProjectTo(project);
  writeFilesInto(issues, {
    ...registryTexts,
    'issues/2025-03-24.md': sampleIssue(1),
    'issues/2025-03-31.md': sampleIssue(2),
  });
  await fillCache(cache);
  built = await build();
}, 180_000);
afterAll(remove);

describe('a build by other files of the project', () => {
  test('is refused when a file of public/ is a link, or has the address of a page', async () => {
    expect(built.code).toBe(0);
    const before = siteFiles(out);
    const release = realpathSync(out);
    const link = join(project, 'public/link.txt');
    symlinkSync('/etc/passwd', link);
    expect(await build()).toMatchObject({
      code: 2,
      stderr: 'public/link.txt is a link: put what it leads to in its place.\n',
    });
    rmSync(link);
    const named = join(project, 'public/robots.txt');
    writeFileSync(named, 'mine');
    expect(await build()).toMatchObject({
      code: 2,
      stderr: 'public/robots.txt has the address of a page of the site: give it another name.\n',
    });
    rmSync(named);
    // What is kept of a page is the very file that the release before has.
    expect(realpathSync(out)).toBe(release);
    expect(siteFiles(out)).toEqual(before);
  });

  test('renders again the pages that use a changed component, and no page for other changes of the code', async () => {
    const first = countsOf(built.stdout);
    // What only tells search engines, and how hosts are told, is in no page.
    edit(
      join(project, 'lib/publish/announce/index-now.ts'),
      "name: 'IndexNow'",
      "name: 'Index now'",
    );
    edit(
      join(project, 'lib/publish/host-files/nginx.ts'),
      '# Where nginx has the module',
      '# Where nginx has such a module',
    );
    expect(countsOf((await build()).stdout)).toMatchObject({ rendered: 0 });
    edit(join(project, 'components/Attributions.tsx'), '来源：', '出处：');
    const warm = await build();
    expect(warm.stderr).toBe('');
    const counts = countsOf(warm.stdout);
    // Issues, their items and threads name their sources, and no thread is in two issues.
    expect(counts.rendered).toBe(2 + 4);
    expect(counts.rendered + counts.cached).toBe(first.rendered + first.cached);
    expect(readFileSync(join(out, 'issues/2025-03-31.html'), 'utf8')).toContain('出处：');

    const fresh = join(temporaryFolder(), 'out');
    await buildIn(project, issues, fresh, { BUILD_CACHE: await warmCache() });
    expect(siteFiles(out)).toEqual(siteFiles(fresh));
  });
});
