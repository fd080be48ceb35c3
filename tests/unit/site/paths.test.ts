import { expect, test } from 'vitest';
import { absoluteUrl, outputFile, paths } from '#lib/site/paths.ts';
import { idInPermalink, permalinkOf, readPermalink } from '#lib/site/permalink.ts';

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
  for (const path of [paths.item, paths.itemInIssue]) {
    const permalink = absoluteUrl('https://digest.example', path('2025-03-31', '2025年'));
    expect(idInPermalink(permalink)).toBe('2025年');
  }
  for (const other of [
    '/issues/2025-03-31#k',
    'https://a.example/news#k',
    'https://a.example/issues/2025-03-31',
    'https://a.example/issues/2025-03-31#',
    'https://a.example/issues/2025-03-31#%zz',
    'https://a.example/issues/2025-03-31/',
    'https://a.example/issues/2025-03-31/mail',
    'https://a.example/issues/2025-03-31/wechat',
    'https://a.example/issues/2025-03-31/k/more',
    'https://a.example/issues/2025-03-31/k#place',
  ])
    expect(idInPermalink(other), other).toBeUndefined();
});

test('an editor may write either address of an item', () => {
  const written = permalinkOf({ issue: { date: '2025-03-31' }, item: { id: '2025年' } });
  expect(written).toBe('/issues/2025-03-31#2025年');
  for (const address of [
    written,
    '/issues/2025-03-31/2025年',
    '/issues/2025-03-31/2025%E5%B9%B4',
    'https://digest.example/issues/2025-03-31/2025年',
  ])
    expect(readPermalink(address), address).toEqual({ permalink: written, id: '2025年' });
});
