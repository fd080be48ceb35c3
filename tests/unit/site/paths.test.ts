import { expect, test } from 'vitest';
import { absoluteUrl, idInPermalink, outputFile, paths } from '#lib/site/paths.ts';

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
