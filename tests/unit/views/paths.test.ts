import { expect, test } from 'vitest';
import { feedFormatNames } from '#lib/site/feed-formats.ts';
import { absoluteUrl, idInPermalink, outputFile, paths } from '#lib/site/paths.ts';

test('no address has changed', () => {
  const addresses = {
    home: paths.home(),
    issue: paths.issue('2025-03-31'),
    issueSection: paths.issueSection('2025-03-31', 'industry'),
    item: paths.item('2025-03-31', 'k3x9qa'),
    section: [paths.section('industry'), paths.section('industry', '2025')],
    sources: paths.sources(),
    source: [paths.source('光明日报'), paths.source('光明日报', '2025')],
    topics: paths.topics(),
    topic: [paths.topic('ai'), paths.topic('ai', '2025')],
    threads: [paths.threads(), paths.threads('2025')],
    thread: paths.thread('2025-06-30-bn9c3y'),
    archive: [paths.archive(), paths.archive('2025')],
    review: paths.review('2025'),
    trends: [paths.trends(), paths.trends('2025')],
    laws: [paths.laws(), paths.laws('2025')],
    law: paths.law('2025', '著作权法'),
    cases: [paths.cases(), paths.cases('2025')],
    calendar: [paths.calendar(), paths.calendar('2025')],
    calendarFile: paths.calendarFile(),
    topicCalendar: paths.topicCalendar('ai'),
    search: paths.search(),
    searchFor: paths.searchFor('words'),
    searchShard: paths.searchShard('2025'),
    searchPages: paths.searchPages(),
    script: paths.script('site'),
    clipping: paths.clipping(),
    offline: paths.offline(),
    edition: paths.edition('2025-03-31', 'epub'),
    mail: paths.mail('2025-03-31'),
    wechat: paths.wechat('2025-03-31'),
    volume: paths.volume('2025'),
    issueSchema: paths.issueSchema(),
    issueList: paths.issueList(),
    sitemap: [paths.sitemap(), paths.sitemap(1)],
    robots: paths.robots(),
    llms: paths.llms(),
    indexNowKey: paths.indexNowKey('0123-abcd'),
    card: [paths.card('2025-03-31'), paths.card()],
    manifest: paths.manifest(),
    serviceWorker: paths.serviceWorker(),
    about: paths.about(),
    feeds: paths.feeds(),
    feedList: paths.feedList(),
    itemsFeed: feedFormatNames.map(paths.itemsFeed),
    issuesFeed: feedFormatNames.map(paths.issuesFeed),
    sectionFeed: paths.sectionFeed('industry', 'rss'),
    sourceFeed: paths.sourceFeed('光明日报', 'atom'),
    topicFeed: paths.topicFeed('ai', 'json'),
    threadFeed: paths.threadFeed('2025-06-30-bn9c3y', 'rss'),
    notFound: paths.notFound(),
    favicon: paths.favicon(),
    faviconIco: paths.faviconIco(),
    touchIcon: paths.touchIcon(),
  };
  // A test that lists all of them: a new one has to be added here too.
  expect(Object.keys(addresses).sort()).toEqual(Object.keys(paths).sort());
  expect(addresses).toMatchInlineSnapshot(`
    {
      "about": "/about",
      "archive": [
        "/archive",
        "/archive/2025",
      ],
      "calendar": [
        "/calendar",
        "/calendar/2025",
      ],
      "calendarFile": "/calendar.ics",
      "card": [
        "/cards/2025-03-31.png",
        "/cards/site.png",
      ],
      "cases": [
        "/cases",
        "/cases/2025",
      ],
      "clipping": "/clipping",
      "edition": "/issues/2025-03-31.epub",
      "favicon": "/favicon.svg",
      "faviconIco": "/favicon.ico",
      "feedList": "/feeds.opml",
      "feeds": "/feeds",
      "home": "/",
      "indexNowKey": "/0123-abcd.txt",
      "issue": "/issues/2025-03-31",
      "issueList": "/api/issues.json",
      "issueSchema": "/schema/issue.json",
      "issueSection": "/issues/2025-03-31#industry",
      "issuesFeed": [
        "/issues/feed.xml",
        "/issues/atom.xml",
        "/issues/feed.json",
      ],
      "item": "/issues/2025-03-31#k3x9qa",
      "itemsFeed": [
        "/feed.xml",
        "/atom.xml",
        "/feed.json",
      ],
      "law": "/laws/2025#%E8%91%97%E4%BD%9C%E6%9D%83%E6%B3%95",
      "laws": [
        "/laws",
        "/laws/2025",
      ],
      "llms": "/llms.txt",
      "mail": "/issues/2025-03-31/mail",
      "manifest": "/manifest.webmanifest",
      "notFound": "/404",
      "offline": "/offline",
      "review": "/archive/2025/review",
      "robots": "/robots.txt",
      "script": "/scripts/site.js",
      "search": "/search",
      "searchFor": "/search?q={words}",
      "searchPages": "/search/pages.json",
      "searchShard": "/search/2025.json",
      "section": [
        "/sections/industry",
        "/sections/industry/2025",
      ],
      "sectionFeed": "/sections/industry/feed.xml",
      "serviceWorker": "/service-worker.js",
      "sitemap": [
        "/sitemap.xml",
        "/sitemap-1.xml",
      ],
      "source": [
        "/sources/%E5%85%89%E6%98%8E%E6%97%A5%E6%8A%A5",
        "/sources/%E5%85%89%E6%98%8E%E6%97%A5%E6%8A%A5/2025",
      ],
      "sourceFeed": "/sources/%E5%85%89%E6%98%8E%E6%97%A5%E6%8A%A5/atom.xml",
      "sources": "/sources",
      "thread": "/threads/2025-06-30-bn9c3y",
      "threadFeed": "/threads/2025-06-30-bn9c3y/feed.xml",
      "threads": [
        "/threads",
        "/threads/2025",
      ],
      "topic": [
        "/topics/ai",
        "/topics/ai/2025",
      ],
      "topicCalendar": "/topics/ai/calendar.ics",
      "topicFeed": "/topics/ai/feed.json",
      "topics": "/topics",
      "touchIcon": "/apple-touch-icon.png",
      "trends": [
        "/trends",
        "/trends/2025",
      ],
      "volume": "/archive/2025.epub",
      "wechat": "/issues/2025-03-31/wechat",
    }
  `);
});

test('the file of a page is the one that hosts look for', () => {
  expect(outputFile('/')).toBe('index.html');
  expect(outputFile(paths.issue('2025-03-31'))).toBe('issues/2025-03-31.html');
  expect(outputFile(paths.searchShard('2025'))).toBe('search/2025.json');
  expect(outputFile(paths.sourceFeed('光明日报', 'rss'))).toBe('sources/光明日报/feed.xml');
  expect(outputFile(paths.source('光明日报', '2025'))).toBe('sources/光明日报/2025.html');
});

test('an absolute address has one slash behind the host', () => {
  expect(absoluteUrl('https://example.org', '/')).toBe('https://example.org/');
  expect(absoluteUrl('https://example.org', '/about')).toBe('https://example.org/about');
});

test('the id of an item is read from its permalink, wherever the site is served, and from no other address', () => {
  const permalink = absoluteUrl('https://digest.example', paths.item('2025-03-31', '2025年'));
  expect(idInPermalink(permalink)).toBe('2025年');
  for (const other of [
    '/issues/2025-03-31#k',
    'https://a.example/news#k',
    'https://a.example/issues/2025-03-31',
    'https://a.example/issues/2025-03-31#',
    'https://a.example/issues/2025-03-31#%zz',
  ])
    expect(idInPermalink(other), other).toBeUndefined();
});
