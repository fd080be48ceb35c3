import { Parser } from 'htmlparser2';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Head } from '#components/Head.tsx';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { addressesOf, isPage } from '#lib/views/addresses.ts';
import { citationOf } from '#lib/views/citation.ts';
import { type PageProps, pageProps } from '#lib/views/frame.ts';
import { frontPage } from '#lib/views/front-page.ts';
import { issuePage } from '#lib/views/issue.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { readShipped } from '#tests/support/shipped.ts';

const corrected = sampleIssue(1).replace('来源：', '> 更正（2025-05-01）：改了。\n\n来源：');
const sample = () => readArchive(contentFolderWith({ '2025-03-31.md': corrected }));

/** What a page's head says: meta by their names, links by what they are. */
function headOf({ head, frame }: PageProps) {
  const meta = new Map<string, string>();
  const links = new Map<string, string>();
  const parser = new Parser({
    onopentag(element, { name, property = name, content, rel, href }) {
      if (element === 'meta' && property !== undefined) meta.set(property, content ?? '');
      if (element === 'link' && rel !== undefined) links.set(rel, href ?? '');
    },
  });
  parser.end(renderToStaticMarkup(<Head head={head} frame={frame} />));
  return { meta: Object.fromEntries(meta), links: Object.fromEntries(links) };
}

describe('what a reference manager reads', () => {
  test('is, of a page of one item, its citation', async () => {
    const archive = await sample();
    const [issue] = archive.issues;
    const item = issue?.sections[0]?.items[0];
    if (issue === undefined || item === undefined) throw new Error('there is no item');
    const path = `${paths.issue(issue.date)}/${item.id}`;
    const citation = citationOf(archive, issue, item, path);
    expect(citation.issue).toBe(`${archive.site.name} 2025年3月31日 第1期`);
    expect(citation.sources).toEqual(item.attributions.map(({ source }) => source.name));
    const page = pageProps(archive, { title: item.title, description: item.text, path, citation });
    expect(headOf(page).meta).toMatchObject({
      citation_title: item.title,
      citation_author: archive.site.name,
      citation_journal_title: archive.site.name,
      citation_issue: '1',
      citation_publication_date: '2025/03/31',
      citation_public_url: absoluteUrl(archive.site.origin, path),
      citation_language: archive.site.language,
    });
  });

  test('is nothing of a page that lists many', async () => {
    const { meta } = headOf(frontPage(await sample()));
    expect(Object.keys(meta).filter((name) => name.startsWith('citation'))).toEqual([]);
  });
});

describe('what stands for a page where it is shared', () => {
  test('is, of an issue, an article with its days and its own card', async () => {
    const archive = await sample();
    const { origin, name } = archive.site;
    const page = issuePage(archive, { date: '2025-03-31' });
    if (page === undefined) throw new Error('there is no such issue');
    const { title, description } = page.head;
    expect(headOf(page).meta).toEqual({
      description,
      'og:type': 'article',
      'og:title': title,
      'og:description': description,
      'og:url': `${origin}/issues/2025-03-31`,
      'og:site_name': name,
      'og:locale': 'zh_CN',
      'og:image': `${origin}/cards/2025-03-31.png`,
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': title,
      robots: 'max-image-preview:large',
      'article:published_time': '2025-03-31',
      'article:modified_time': '2025-05-01',
      'twitter:card': 'summary_large_image',
    });
  });

  test('is, of another page, a website with the card of the site', async () => {
    const archive = await sample();
    const { origin, name, tagline } = archive.site;
    const { meta, links } = headOf(frontPage(archive));
    expect(meta).toMatchObject({
      'og:type': 'website',
      'og:url': `${origin}/`,
      'og:image': `${origin}/cards/site.png`,
      'og:image:alt': `${name} · ${tagline}`,
    });
    expect(meta).not.toHaveProperty('article:published_time');
    // A reader installs the site from its front page.
    expect(links).toMatchObject({ manifest: paths.manifest(), icon: paths.favicon() });
  });
});

test('every page of the site is known by its own absolute address', async () => {
  const shipped = await readShipped();
  for (const { path, kind, props, repeats } of addressesOf(shipped).filter(isPage)) {
    const { meta, links } = headOf(props());
    // The newest year of a list is the page of the whole list, until there is a newer one.
    const own = repeats ? path.replace(/\/\d{4}(-\d\d)?$/, '') : path;
    expect(links.canonical).toBe(absoluteUrl(shipped.site.origin, own));
    expect(meta['og:url']).toBe(links.canonical);
    const isNews = kind === 'issue' || kind === 'item';
    const isTool =
      [paths.clipping(), paths.offline(), paths.notFound()].includes(path) ||
      path.endsWith('/wechat');
    const robots = isTool ? 'noindex' : isNews ? 'max-image-preview:large' : undefined;
    expect(meta.robots, path).toEqual(robots);
  }
});
