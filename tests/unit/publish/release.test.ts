import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Release } from '#lib/publish/release.ts';
import { temporaryFolder } from '#tests/support/content-folder.ts';

/** Begins a release with one page. */
async function begun(out: string, stamp: string, text: string): Promise<Release> {
  const release = await Release.begin(out, stamp);
  writeFileSync(release.pathFor('issues/a.html'), text);
  return release;
}

describe('a release', () => {
  test('takes the place of the one before in one step, which stays to go back to', async () => {
    const out = join(temporaryFolder(), 'out');
    const first = await begun(out, 'one', '甲');
    expect(existsSync(out)).toBe(false);
    await first.publish();
    const second = await begun(out, 'two', '乙');
    expect(readFileSync(join(out, 'issues/a.html'), 'utf8')).toBe('甲');
    await second.publish();
    expect(readFileSync(join(out, 'issues/a.html'), 'utf8')).toBe('乙');
    expect(readFileSync(join(first.folder, 'issues/a.html'), 'utf8')).toBe('甲');
    expect(await Release.currentStamp(out)).toBe('two');
  });

  test('leaves nothing behind when it is discarded', async () => {
    const out = join(temporaryFolder(), 'out');
    const release = await begun(out, 'one', '甲');
    await release.discard();
    expect(readdirSync(Release.releasesFolder(out))).toEqual([]);
    expect(await Release.currentStamp(out)).toBeUndefined();
  });
});
