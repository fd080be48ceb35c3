import { join } from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { PageBody } from '#components/PageBody.tsx';
import { pageComponents } from '#components/page-components.ts';
import type { Archive } from '#lib/content/archive.ts';
import { listPublicFiles } from '#lib/content/folder/public-folder.ts';
import { readPage } from '#lib/publish/verify/read-page.ts';
import { absoluteUrl } from '#lib/site/paths.ts';
import { addressesOf, isFile, isPage } from '#lib/views/addresses.ts';
import { type PageKind, type PropsOf, pageTable } from '#lib/views/page-table.ts';
import type { PageOf } from '#lib/views/pages.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { find, showElement, showPage } from '#tests/support/shown-page.ts';
import { dataFaults } from '#tests/support/structured-data.ts';

const undated = '## 产业要闻\n\n### 无事\n\n没有日子。\n\n来源：光明日报\n';
const dated = undated.replace('没有日子', '活动定于4月20日至26日举办');
/** An item that several lists name twice: it tells of two laws, and of two days. */
const twice = undated.replace(
  '没有日子',
  '《著作权法实施条例》《软件保护条例》自2025年9月1日起施行，意见反馈截止时间为2025年7月20日',
);

/** What a site may hold, each with files that another has not: calendars, feeds, volumes, threads. */
const sites: [string, Record<string, string>][] = [
  ['without an issue', {}],
  ['in which nothing is dated', { '2025-03-31.md': undated }],
  ['with an event', { '2025-03-31.md': dated }],
  ['with an item that a page names twice', { '2025-03-31.md': twice }],
  [
    'with issues of two years',
    { '2024-12-30.md': sampleIssue(1), '2025-01-06.md': sampleIssue(2) },
  ],
  [
    'with an organisation and an act that items name',
    {
      'entities.yml':
        '[{ id: guangming, name: 光明集团 }, { id: law, name: 专利法, kind: document }]',
      '2025-03-31.md': undated.replace('没有日子', '光明集团诉甲，（2025）京73民初12号，专利法'),
      '2025-04-07.md': undated.replace('没有日子', '（2025）京73民初12号案宣判，光明集团胜诉'),
    },
  ],
  ['without sections, topics and sources', { 'topics.yml': '[]', '2025-03-31.md': undated }],
];

describe.each(sites)('a site %s', (_, files) => {
  test('links only to what is written', async () => {
    const archive = await readArchive(contentFolderWith(files));
    const { origin } = archive.site;
    const written = new Set([
      ...addressesOf(archive).map(({ path }) => absoluteUrl(origin, path)),
      ...listPublicFiles(join(import.meta.dirname, '../../..')).map((name) => `${origin}/${name}`),
    ]);
    const missing: string[] = [];
    for (const { path, links } of await linksOf(archive)) {
      for (const link of links) {
        const { href, origin: its } = new URL(link);
        const address = href.replace(/[?#].*$/s, '');
        if (its === origin && !written.has(address)) missing.push(`${path} links ${address}`);
      }
    }
    expect(missing).toEqual([]);
  });

  test('has a button in each form, and data that says what the page shows', async () => {
    const archive = await readArchive(contentFolderWith(files));
    for (const page of addressesOf(archive).filter(isPage)) {
      const shown = showPage(renderPage(page));
      for (const form of shown.elements.filter(({ tagName }) => tagName === 'form'))
        expect(find(showElement(form), 'button', 'type', 'submit'), page.path).toBeDefined();
      expect(dataFaults(shown), page.path).toEqual([]);
    }
  });
});

// The press bundles each component by the name in the table, and no compiler checks that name.
test('the table of pages names the component of each kind', () => {
  const named = Object.entries(pageTable).map(([kind, { component }]) => [kind, component]);
  const used = Object.entries(pageComponents).map(([kind, { name }]) => [kind, name]);
  expect(named).toEqual(used);
});

/** The absolute addresses that each page and each list of addresses of a site names. */
async function linksOf(archive: Archive): Promise<{ path: string; links: string[] }[]> {
  const { origin } = archive.site;
  const pages = addressesOf(archive)
    .filter(isPage)
    .map((page) => {
      const html = renderPage(page);
      const [, data = ''] = /ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
      const { links } = readPage(html, absoluteUrl(origin, page.path));
      return { path: page.path, links: [...links, ...addressesIn(data, origin)] };
    });
  const lists = addressesOf(archive)
    .filter(isFile)
    .filter(({ path }) => LISTS.test(path));
  const files = lists.map(async ({ path, write }) => ({
    path,
    links: addressesIn(String(await write()), origin),
  }));
  return [...pages, ...(await Promise.all(files))];
}

/** The files that lead programs to others. */
const LISTS =
  /^\/(llms\.txt|feeds\.opml|sitemap\.xml|robots\.txt|api\/(issues|laws|cases|events|threads)\.json)$/;

/** The addresses of a site in a text, but for templates of addresses. */
function addressesIn(text: string, origin: string): string[] {
  return Array.from(text.matchAll(/https?:\/\/[^\s"<>)\\{]+/g), ([address]) => address).filter(
    (address) => address.startsWith(origin),
  );
}

function renderPage<Kind extends PageKind>({ kind, props: propsOf }: PageOf<Kind>): string {
  const props: PropsOf<Kind> = propsOf();
  return renderToStaticMarkup(
    <PageBody {...props}>{createElement(pageComponents[kind], props)}</PageBody>,
  );
}
