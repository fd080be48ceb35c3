import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { metadataOf } from '#app/page-route.tsx';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { addressesOf, isPage } from '#lib/views/addresses.ts';
import { frontPage } from '#lib/views/front-page.ts';
import { issuePage } from '#lib/views/issue.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';

const corrected = sampleIssue(1).replace('来源：', '> 更正（2025-05-01）：改了。\n\n来源：');
const sample = () => readArchive(contentFolderWith({ '2025-03-31.md': corrected }));

describe('what stands for a page where it is shared', () => {
  test('is, of an issue, an article with its days and its own card', async () => {
    const archive = await sample();
    const { origin, name } = archive.site;
    const page = issuePage(archive, { date: '2025-03-31' });
    if (page === undefined) throw new Error('there is no such issue');
    const { title, description, openGraph, twitter } = metadataOf(page);
    expect(openGraph).toEqual({
      type: 'article',
      title,
      description,
      url: `${origin}/issues/2025-03-31`,
      siteName: name,
      locale: 'zh_CN',
      images: { url: `${origin}/cards/2025-03-31.png`, width: 1200, height: 630, alt: title },
      publishedTime: '2025-03-31',
      modifiedTime: '2025-05-01',
    });
    expect(twitter).toEqual({ card: 'summary_large_image' });
  });

  test('is, of another page, a website with the card of the site', async () => {
    const archive = await sample();
    const { origin, name, tagline } = archive.site;
    const { openGraph } = metadataOf(frontPage(archive));
    expect(openGraph).toMatchObject({
      type: 'website',
      url: `${origin}/`,
      images: { url: `${origin}/cards/site.png`, alt: `${name} · ${tagline}` },
    });
    expect(openGraph).not.toHaveProperty('publishedTime');
  });
});

test('every page of the site is known by its own absolute address', async () => {
  const shipped = await readArchive(join(import.meta.dirname, '../../content'));
  for (const { path, props } of addressesOf(shipped).filter(isPage)) {
    const { alternates, openGraph, robots } = metadataOf(props());
    expect(alternates?.canonical).toBe(absoluteUrl(shipped.site.origin, path));
    expect(openGraph?.url).toBe(alternates?.canonical);
    const isTool =
      [paths.clipping(), paths.offline(), paths.notFound()].includes(path) ||
      path.endsWith('/wechat');
    expect(robots, path).toEqual(isTool ? { index: false } : undefined);
  }
});
