import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pack } from '#lib/publish/compress.ts';
import { fingerprintOf } from '#lib/publish/fingerprint.ts';
import { PageCache } from '#lib/publish/page-cache.ts';
import { IN_HASTE, Release, type Standby } from '#lib/publish/release.ts';
import { temporaryFolder } from '#tests/support/content-folder.ts';

/** Pages by their paths in the output folder. */
type Site = Record<string, string>;

/** A folder for releases, and what prints sites into it, one after the other, as a press that goes on does. */
function opened() {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  const kept = new PageCache(join(folder, 'pages'));
  const printed: string[] = [];
  let releases = 0;
  const begin = async (site: Site, standby?: Standby) => {
    printed.length = 0;
    releases += 1;
    const release = await Release.begin(out, `test${releases}`, standby);
    for (const [path, text] of Object.entries(site)) {
      const key = fingerprintOf([path, text]);
      if (kept.take(key, release, path) !== undefined) continue;
      kept.keep(key, release, path, await pack(path, text, 5));
      printed.push(path);
    }
    return release;
  };
  const publish = async (site: Site, standby?: Standby) => {
    const release = await begin(site, standby);
    await release.publish();
    return release;
  };
  const standBy = async (site: Site) => (await begin(site)).standBy();
  return { out, publish, standBy, printed };
}

function textsIn(folder: string): Site {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    files.map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]),
  );
}

const FIRST: Site = { 'index.html': '首页', 'issues/a.html': '甲', 'sources/x/2024.html': '旧' };
const SECOND: Site = { 'index.html': '新首页', 'issues/a.html': '甲', 'issues/b.html': '乙' };

describe('a release that is begun with the files of the one before', () => {
  test('has what it has been given, and nothing that went', async () => {
    const { out, publish, standBy, printed } = opened();
    const first = await publish(FIRST);
    const before = statSync(join(first.folder, 'issues/a.html')).ino;
    const second = await publish(SECOND, await standBy(FIRST));
    expect(printed).toEqual(['index.html', 'issues/b.html']);
    expect(textsIn(second.folder)).toEqual(SECOND);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('新首页');
    expect(statSync(join(out, 'issues/a.html')).ino).toBe(before);
    // No folder of what went is left, nor any form of it.
    expect(readdirSync(second.folder)).not.toContain('sources');
    // The one before is as it was: it may be served still, and gone back to.
    expect(textsIn(first.folder)).toEqual(FIRST);
  });

  test('is the same as one that is begun with nothing', async () => {
    const { publish, standBy } = opened();
    const second = await publish(SECOND, await standBy(FIRST));
    const alone = await opened().publish(SECOND);
    const namesIn = (folder: string) => readdirSync(folder, { recursive: true }).sort();
    expect(namesIn(second.folder)).toEqual(namesIn(alone.folder));
  });

  test('goes from site to site', async () => {
    const { publish, standBy } = opened();
    let standby: Standby | undefined;
    for (const site of [FIRST, SECOND, FIRST, {}, SECOND]) {
      const release = await publish(site, standby);
      expect(textsIn(release.folder)).toEqual(site);
      standby = await standBy(site);
    }
  });

  test('is made without them where somebody has cleared them away', async () => {
    const { publish, standBy } = opened();
    const standby = await standBy(FIRST);
    rmSync(standby.folder, { recursive: true });
    const second = await publish(SECOND, standby);
    expect(textsIn(second.folder)).toEqual(SECOND);
  });
});

test('the last three are kept, and of those made in haste the one that is served alone', async () => {
  const { out } = opened();
  const stamps = ['a', 'b', 'c', `${IN_HASTE}1`, 'd', `${IN_HASTE}2`, `${IN_HASTE}3`];
  const kept: string[] = [];
  for (const stamp of stamps) {
    const release = await Release.begin(out, stamp);
    await release.publish();
    await release.sweep();
    const left = readdirSync(Release.shelf(out)).map((name) => name.split('-').at(-1) ?? '');
    kept.push(left.sort().join(' '));
  }
  expect(kept).toEqual([
    'a',
    'a b',
    'a b c',
    'a b c haste1',
    'b c d',
    'b c d haste2',
    'b c d haste3',
  ]);
});
