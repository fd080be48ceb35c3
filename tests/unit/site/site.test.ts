import { expect, test } from 'vitest';
import { isLanguage, isTag, openGraphLocale } from '#lib/site/site.ts';

test.each([
  ['example.org,2025', true],
  ['news.example.org,2025-03', true],
  ['editor@example.org,2025-03-31', true],
  ['example.org', false],
  ['localhost,2025', false],
  ['example.org,25', false],
  ['example.org,2025-13', false],
  ['example.org,2025-02-30', false],
  ['Example.org,2025', false],
  ['-example.org,2025', false],
  ['https://example.org,2025', false],
  ['example.org,2025:a', false],
  [' example.org,2025', false],
  ['', false],
])('%s names a site for ever: %s', (value, expected) => {
  expect(isTag(value)).toBe(expected);
});

test.each([
  ['zh-CN', 'zh_CN'],
  ['zh-Hans-CN', 'zh_CN'],
  ['zh-Hant-HK', 'zh_HK'],
  ['zh-hant-hk', 'zh_HK'],
  ['zh', 'zh_CN'],
  ['zh-Hant', 'zh_TW'],
  ['cmn-Hans-CN', 'zh_CN'],
  ['en', 'en_US'],
  ['es-419', 'es_ES'],
  ['ca-ES-valencia', 'ca_ES'],
  ['sr-Latn', 'sr_RS'],
  ['ja-JP-u-ca-japanese', 'ja_JP'],
  ['tlh', undefined],
])('%s is %s in Open Graph', (tag, locale) => {
  expect(isLanguage(tag)).toBe(true);
  expect(openGraphLocale(tag)).toBe(locale);
});

test.each(['zh-C', 'zh-abcdefghij', 'zh-CN-', 'zh-CN-CN-CN'])('%s is no language', (tag) => {
  expect(isLanguage(tag)).toBe(false);
});
