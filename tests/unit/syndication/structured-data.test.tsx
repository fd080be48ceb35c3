import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { IssuePage } from '#components/IssuePage.tsx';
import { StructuredData } from '#components/StructuredData.tsx';
import { issuePage } from '#lib/views/issue.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { dataFaults, typesOf } from '#tests/support/structured-data.ts';

const TITLE = '甲</script><script>alert(1)</script><!-- <b>&"乙';

/** The page of an issue with everything that its data can hold; its title is as hostile as it can be. */
async function renderIssue(): Promise<string> {
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
  const page = issuePage({ ...archive, issues }, { date: '2025-03-31' });
  if (page === undefined) throw new Error('there is no such page');
  const { head } = page;
  const body = renderToStaticMarkup(
    <>
      <IssuePage {...page} />
      <StructuredData data={head.data} />
    </>,
  );
  return `<head><meta name="description" content=""><link rel="canonical" href="${head.canonical}"></head><body>${body}</body>`;
}

const dataIn = (html: string) => /ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';

describe('the JSON-LD of an issue', () => {
  test('says what the page says, whatever stands in a title', async () => {
    const html = await renderIssue();
    expect(dataFaults(html)).toEqual([]);
    expect(typesOf(html)).toEqual(['PublicationIssue', 'BreadcrumbList']);
    expect(dataIn(html)).not.toMatch(/<|-->.*<\/script/);
    expect(html.endsWith('}]}]}</script></body>')).toBe(true);
  });

  test('names the reports that an item rests on and its corrections, and no author', async () => {
    const [issue] = JSON.parse(dataIn(await renderIssue()))['@graph'];
    expect(issue).toMatchObject({
      '@id': 'https://digest.example/issues/2025-03-31',
      issueNumber: 3,
      datePublished: '2025-03-31T08:00:00+08:00',
      dateModified: '2025-04-02T08:00:00+08:00',
      editor: { '@type': 'Person', name: '编辑甲' },
      isPartOf: { '@type': 'Periodical', name: '试刊', url: 'https://digest.example/' },
    });
    expect(issue.hasPart).toHaveLength(2);
    const [{ headline: _, url, ...item }] = issue.hasPart;
    expect(url).toMatch(/^https:\/\/digest\.example\/issues\/2025-03-31#\w{6}$/);
    expect(item).toEqual({
      '@type': 'Article',
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
    const html = await renderIssue();
    const data = dataIn(html);
    const wrong = [
      [/"headline":"多/, '"headline":"少'],
      [/"issueNumber":3/, '"issueNumber":4'],
      [/"datePublished":"2025-03-26"/, '"datePublished":"2025-03-25"'],
      [/"name":"光明日报"/, '"name":"北京日报"'],
      [/example\.com\/a/, 'example.com/b'],
      [/营收为八元/, '营收为九元'],
      [/2025-04-02T08/, '2025-04-03T08'],
      [/#(\w{6})"/, '#0$1"'],
      [/"position":3/, '"position":4'],
    ] as const;
    for (const [pattern, replacement] of wrong) {
      const changed = data.replace(pattern, replacement);
      expect(changed).not.toBe(data);
      expect(dataFaults(html.replace(data, () => changed)), replacement).not.toEqual([]);
    }
  });
});
