import { type ArticlePage, body, E, ENGLISH, linked, page, T, TEXT } from './article-page.ts';

/** Articles whose data are marked: JSON-LD, Open Graph. */
export const MARKED_ARTICLES: readonly ArticlePage[] = [
  {
    name: 'JSON-LD, one object',
    address: 'https://www.news-a.example/2025/a.html',
    html: page(
      `${linked({
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: T,
        datePublished: '2025-03-26T10:22:00+08:00',
        publisher: { '@type': 'Organization', name: '甲新闻网' },
        author: [{ '@type': 'Person', name: '本报记者' }],
      })}<title>${T}_要闻_甲新闻网</title>`,
      body(T, '字号 大 中 小'),
    ),
    title: T,
    publisher: '甲新闻网',
    day: '2025-03-26',
  },
  {
    name: 'JSON-LD, an array with breadcrumbs first',
    address: 'https://b.example/x',
    html: page(
      linked([
        { '@type': 'BreadcrumbList', itemListElement: [{ '@type': 'ListItem', name: '首页' }] },
        {
          '@type': ['ReportageNewsArticle', 'Article'],
          headline: T,
          datePublished: '2025-03-26',
          publisher: [{ name: '乙日报' }],
        },
      ]),
      body(T, ''),
    ),
    title: T,
    publisher: '乙日报',
    day: '2025-03-26',
  },
  {
    name: 'JSON-LD graph, with a site and a page beside the article',
    address: 'https://c.example/en/story',
    html: page(
      `${linked({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebSite', name: 'Wire C', url: 'https://c.example' },
          { '@type': 'WebPage', name: `${E} - Wire C`, datePublished: '2025-03-20T00:00:00Z' },
          { '@type': 'Organization', name: 'Wire C' },
          {
            '@type': 'NewsArticle',
            headline: E,
            datePublished: '2025-03-25T22:30:00Z',
            publisher: { '@id': 'https://c.example/#org', name: 'Wire C' },
          },
        ],
      })}<title>${E} - Wire C</title>`,
      body(E, 'By a reporter', ENGLISH),
      'en',
    ),
    title: E,
    publisher: 'Wire C',
    day: '2025-03-26',
  },
  {
    name: 'JSON-LD, nested in mainEntity, with a publisher that is only an id',
    address: 'https://d.example/1',
    html: page(
      `${linked({
        '@type': 'WebPage',
        mainEntity: {
          '@type': 'NewsArticle',
          headline: T,
          datePublished: '2025-03-26T23:30:00+08:00',
          publisher: { '@id': '#p' },
        },
      })}<meta property="og:site_name" content="丁观察">`,
      body(T, ''),
    ),
    title: T,
    publisher: '丁观察',
    day: '2025-03-26',
  },
  {
    name: 'JSON-LD that is broken, Open Graph beside it',
    address: 'https://e.example/1',
    html: page(
      `<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>
<meta property="og:title" content="${T}"><meta property="og:site_name" content="戊周刊"><meta property="article:published_time" content="2025-03-26T08:00:00+0800">`,
      body(T, ''),
    ),
    title: T,
    publisher: '戊周刊',
    day: '2025-03-26',
  },
  {
    name: 'JSON-LD with a line break in a string, in a comment',
    address: 'https://e2.example/1',
    html: page(
      `<script type="application/ld+json"><!--
{"@type": "NewsArticle", "headline": "${T}", "description": "第一行
第二行", "datePublished": "2025-03-26 10:22:00", "publisher": "己晚报"}
--></script>`,
      body(T, ''),
    ),
    title: T,
    publisher: '己晚报',
    day: '2025-03-26',
  },
  {
    name: 'only Open Graph, the publisher in the title too',
    address: 'https://f.example/1',
    html: page(
      `<meta property="og:title" content="${T} | 庚财经"><meta property="og:site_name" content="庚财经"><meta property="og:published_time" content="2025-03-26">`,
      `<body>${TEXT.map((text) => `<p>${text}</p>`).join('')}</body>`,
    ),
    title: T,
    publisher: '庚财经',
    day: '2025-03-26',
  },
];
