import { describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import { dayIn } from '#lib/site/dates.ts';
import { addressesOf, isFile, isPage } from '#lib/views/addresses.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { registryTexts } from '#tests/support/registries.ts';

/** An issue that was corrected a week later, and by a slip of the hand at the end of the century. */
const corrected = sampleIssue(1)
  .replace('来源：', '> 更正（2025-03-31）：改了。\n\n来源：')
  .replace('正文第1段', '> 更正（2099-12-31）：又改了。\n\n正文第1段');

const folderIn = (timeZone: string, publishTime: string) =>
  contentFolderWith({
    'site.yml': registryTexts['site.yml']
      .replace('Asia/Shanghai', timeZone)
      .replace('08:00', publishTime),
    '2025-03-24.md': corrected,
    '2025-03-31.md': sampleIssue(2),
    '2025-04-07.md': sampleIssue(3),
  });

const LISTS =
  /\/(feed\.xml|atom\.xml|feed\.json|sitemap\.xml|issues\.json|2025-\d\d-\d\d\.json|[a-z]+\.ics)$/;

/** Every instant and day that the feeds, the sitemap and the data of the pages of a site say of the site itself. */
async function datesOf(archive: Archive): Promise<string[]> {
  const addresses = addressesOf(archive);
  const files = addresses.filter(isFile).filter(({ path }) => LISTS.test(path));
  const texts = await Promise.all(files.map(async ({ write }) => String(await write())));
  const pages = addresses.filter(isPage).map((page) => {
    const { data, article } = page.props().head;
    const own = JSON.stringify(data, (key, value) => (key === 'isBasedOn' ? undefined : value));
    return `${own ?? ''} ${article === undefined ? '' : JSON.stringify(article)}`;
  });
  return [...texts, ...pages].flatMap((text) => [
    ...Array.from(
      text.matchAll(/<(?:pubDate|lastBuildDate|lastmod|published|(?:atom:)?updated)>([^<]+)</g),
      ([, date = '']) => date,
    ),
    ...Array.from(
      text.matchAll(
        /"(?:date_published|date_modified|datePublished|dateModified|published|updated)":"([^"]+)"/g,
      ),
      ([, date = '']) => date,
    ),
  ]);
}

describe.each([
  ['Asia/Shanghai', '08:00', '2025-03-31T00:00:00Z'],
  ['America/New_York', '20:30', '2025-04-01T00:30:00Z'],
  ['Pacific/Kiritimati', '23:59', '2025-03-31T09:59:00Z'],
  ['UTC', '00:00', '2025-03-31T00:00:00Z'],
])('in %s, an issue of 2025-03-31 at %s', (timeZone, publishTime, published) => {
  const opened = () => {
    const reader = new ArchiveReader(folderIn(timeZone, publishTime));
    return async (now: Date) => {
      const { archive } = await reader.read({ now });
      if (archive === undefined) throw new Error('there is no archive');
      return archive;
    };
  };
  const time = Date.parse(published);

  test('is public from that instant on', async () => {
    const at = opened();
    const issuesAt = async (instant: number) =>
      (await at(new Date(instant))).issues.map(({ date }) => date);
    expect(await issuesAt(time - 1)).toEqual(['2025-03-24']);
    expect(await issuesAt(time)).toEqual(['2025-03-31', '2025-03-24']);
  });

  test.each([-7 * 86_400_000, -3_600_000, 0, 3_600_000, 86_400_000])(
    'is dated no later than the site is built: %d ms after it',
    async (after) => {
      const at = opened();
      const now = new Date(time + after);
      const archive = await at(now);
      const today = dayIn(timeZone, now);
      const dates = await datesOf(archive);
      expect(dates.length).toBeGreaterThan(20);
      for (const date of new Set(dates)) {
        if (date.length === 10) expect(date <= today, date).toBe(true);
        else expect(new Date(date).getTime(), date).toBeLessThanOrEqual(now.getTime());
      }
      // What is made of an archive is kept for it: the same hour gives the same one.
      expect(await at(now)).toBe(archive);
    },
  );

  test('shows when an earlier issue was corrected, once the day has come', async () => {
    const at = opened();
    const updatedAt = async (instant: number) =>
      (await at(new Date(instant))).issues.find(({ date }) => date === '2025-03-24')?.updated;
    expect(await updatedAt(time - 1)).toBe('2025-03-24');
    expect(await updatedAt(time)).toBe('2025-03-31');
    expect(await updatedAt(Date.parse('2100-01-02T00:00:00Z'))).toBe('2099-12-31');
  });
});
