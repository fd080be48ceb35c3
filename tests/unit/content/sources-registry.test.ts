import { describe, expect, test } from 'vitest';
import { readRegistries } from '#lib/content/folder/cached-registries.ts';
import { parseRegistryTexts, registryTexts } from '#tests/support/registries.ts';

const parse = (sources: string) => parseRegistryTexts({ ...registryTexts, 'sources.yml': sources });

const SOURCES = `- name: 甲报
  feed: https://example.com/a.xml
- { name: 乙网, url: https://example.org, feed: [https://example.org/1.xml, http://example.org/2] }
- name: 丙社
`;
const FEEDS = [
  { source: '甲报', url: 'https://example.com/a.xml' },
  { source: '乙网', url: 'https://example.org/1.xml' },
  { source: '乙网', url: 'http://example.org/2' },
];

describe('the feeds of sources.yml', () => {
  test('are one or several for each publisher, and no part of the publisher', () => {
    const { registries, diagnostics } = parse(SOURCES);
    expect(diagnostics.flatMap(({ messages }) => messages)).toEqual([]);
    expect(registries?.feeds).toEqual(FEEDS);
    expect(registries?.sources.entries.some((source) => 'feed' in source)).toBe(false);
  });

  test('come from the cache as they were written', () => {
    let cached: string | undefined;
    const cache = {
      read: () => cached,
      write: (text: string) => {
        cached = text;
      },
    };
    const file = (name: keyof typeof registryTexts) => ({ path: name, text: registryTexts[name] });
    const files = {
      site: file('site.yml'),
      sections: file('sections.yml'),
      sources: { path: 'sources.yml', text: SOURCES },
      topics: file('topics.yml'),
      redirects: file('redirects.yml'),
      entities: undefined,
      threads: undefined,
      desk: undefined,
    };
    readRegistries(files, cache);
    expect(cached).toContain('a.xml');
    expect(readRegistries(files, cache).registries?.feeds).toEqual(FEEDS);
  });

  test.each([
    'file:///etc/passwd',
    'ftp://example.com/feed',
    '甲',
    '[]',
    '[https://example.com, 1]',
  ])('%s is no feed', (feed) => {
    const { diagnostics, registries } = parse(`- { name: 甲报, feed: ${feed} }\n`);
    const faults = diagnostics.flatMap(({ messages }) => messages);
    expect(faults.map(({ ruleId, line }) => [ruleId, line])).toEqual([['registry-invalid', 1]]);
    expect(faults[0]?.reason).toMatch(/^Unexpected value for `feed`, expected a/);
    expect(registries?.feeds).toEqual([]);
  });
});
