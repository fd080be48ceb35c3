import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Head } from '#components/Head.tsx';
import { IssuePage } from '#components/IssuePage.tsx';
import { ItemPage } from '#components/ItemPage.tsx';
import { StructuredData } from '#components/StructuredData.tsx';
import type { Archive } from '#lib/content/archive.ts';
import { entriesIn } from '#lib/content/queries.ts';
import type { PageProps } from '#lib/views/frame.ts';
import { issuePage } from '#lib/views/issue.ts';
import { itemPage } from '#lib/views/item.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { showPage } from '#tests/support/shown-page.ts';
import { dataFaults, typesOf } from '#tests/support/structured-data.ts';

const TITLE = '甲</script><script>alert(1)</script><!-- <b>&"乙';

/** An issue with everything that the data of a page can hold; its titles are as hostile as can be. */
async function hostileArchive(): Promise<Archive> {
  const text = `---
number: 3
summary: 导语</script>一句。
editor: 编辑甲
---

## 产业要闻

### 多个来源

正文，讲AI。

> 更正（2025-04-02）：营收为八元。

> 更正：没有日期。

来源：[证券日报](https://example.com/a?b=1&c=2) 2025-03-26、光明日报 2025-03-27、羊城晚报

## 海外传真

### 又一条

正文。

来源：北京日报
`;
  const archive = await readArchive(contentFolderWith({ '2025-03-31.md': text }));
  const issues = archive.issues.map((issue) => ({
    ...issue,
    title: TITLE,
    sections: issue.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({ ...item, title: `${item.title}${TITLE}` })),
    })),
  }));
  return { ...archive, issues };
}

/** A page with its JSON-LD, and as much of its head as the data is compared with. */
function render<Props extends PageProps>(
  Component: (props: Props) => ReactNode,
  page: Props | undefined,
): string {
  if (page === undefined) throw new Error('there is no such page');
  const { head } = page;
  const body = renderToStaticMarkup(
    <>
      <Component {...page} />
      <StructuredData data={head.data} />
    </>,
  );
  const metadata = renderToStaticMarkup(<Head {...page} />);
  return `<head>${metadata}</head><body>${body}</body>`;
}

async function renderIssue(): Promise<string> {
  return render(IssuePage, issuePage(await hostileArchive(), { date: '2025-03-31' }));
}

async function renderItem(): Promise<string> {
  const archive = await hostileArchive();
  const [entry] = entriesIn(archive);
  return render(ItemPage, itemPage(archive, { date: '2025-03-31', id: entry?.item.id ?? '' }));
}

const dataIn = (html: string) => /ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';

describe('the JSON-LD', () => {
  test('says what the page says, whatever stands in a title', async () => {
    for (const [html, type] of [
      [await renderIssue(), 'PublicationIssue'],
      [await renderItem(), 'NewsArticle'],
    ] as const) {
      expect(dataFaults(showPage(html))).toEqual([]);
      expect(typesOf(showPage(html))).toEqual([type, 'BreadcrumbList']);
      expect(dataIn(html)).not.toMatch(/<|-->.*<\/script/);
      expect(html.endsWith('}]}]}</script></body>')).toBe(true);
    }
  });

  test('of an issue names the pages of its items', async () => {
    const [issue] = JSON.parse(dataIn(await renderIssue()))['@graph'];
    expect(issue).toMatchObject({
      '@id': 'https://digest.example/issues/2025-03-31',
      issueNumber: 3,
      datePublished: '2025-03-31T08:00:00+08:00',
      dateModified: '2025-04-02T08:00:00+08:00',
      editor: { '@type': 'Person', name: '编辑甲' },
      isPartOf: { '@type': 'Periodical', name: '试刊', '@id': 'https://digest.example/' },
    });
    expect(issue.mainEntity.itemListElement).toHaveLength(2);
    expect(issue.mainEntity.itemListElement[0].url).toMatch(
      /^https:\/\/digest\.example\/issues\/2025-03-31\/\w{6}$/,
    );
  });

  test('of an item names who wrote it, the reports that it rests on, and its corrections', async () => {
    const [item] = JSON.parse(dataIn(await renderItem()))['@graph'];
    expect(item).toMatchObject({
      '@type': 'NewsArticle',
      author: { '@type': 'Person', name: '编辑甲' },
      publisher: { '@type': 'Organization', name: '试刊', url: 'https://digest.example/' },
      inLanguage: 'zh-CN',
      image: expect.stringMatching(/^https:\/\/digest\.example\/cards\/2025-03-31\/\w{6}\.png$/),
      datePublished: '2025-03-31T08:00:00+08:00',
      dateModified: '2025-04-02T08:00:00+08:00',
      isBasedOn: [
        {
          '@type': 'CreativeWork',
          publisher: { '@type': 'Organization', name: '证券日报' },
          datePublished: '2025-03-26',
          url: 'https://example.com/a?b=1&c=2',
        },
        {
          '@type': 'CreativeWork',
          publisher: { '@type': 'Organization', name: '光明日报' },
          datePublished: '2025-03-27',
        },
        {
          '@type': 'CreativeWork',
          publisher: { '@type': 'Organization', name: '羊城晚报' },
        },
      ],
      correction: [
        {
          '@type': 'CorrectionComment',
          text: '营收为八元。',
          datePublished: '2025-04-02T08:00:00+08:00',
        },
        { '@type': 'CorrectionComment', text: '没有日期。' },
      ],
    });
  });

  test('is compared with the page: whatever else it says is reported', async () => {
    const wrong = {
      issue: [
        [/"issueNumber":3/, '"issueNumber":4'],
        [/\/(\w{6})"/, '/0$1"'],
        [/"position":2/, '"position":4'],
        [/"name":"第3期"/, '"name":"第4期"'],
      ],
      item: [
        [/"headline":"多/, '"headline":"少'],
        [/编辑甲/, '编辑乙'],
        [/"datePublished":"2025-03-26"/, '"datePublished":"2025-03-25"'],
        [/"name":"光明日报"/, '"name":"北京日报"'],
        [/example\.com\/a/, 'example.com/b'],
        [/营收为八元/, '营收为九元'],
        [/2025-04-02T08/, '2025-04-03T08'],
        [/cards\/2025-03-31/, 'cards/2025-03-30'],
      ],
    } as const;
    const pages = { issue: await renderIssue(), item: await renderItem() };
    for (const page of ['issue', 'item'] as const) {
      const html = pages[page];
      const data = dataIn(html);
      for (const [pattern, replacement] of wrong[page]) {
        const changed = data.replace(pattern, replacement);
        expect(changed).not.toBe(data);
        expect(dataFaults(showPage(html.replace(data, () => changed))), replacement).not.toEqual(
          [],
        );
      }
    }
  });
});
