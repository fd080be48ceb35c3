import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailtoOf, reportAddress } from '#lib/site/report-address.ts';

const item = { title: '某地公布登记数量', address: 'https://example.org/issues/2025-03-31#k3x9qa' };
const anything = fc.record({
  title: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('{address}', "$&a=b?c#d%'\r\nBcc:"),
  ),
  address: fc.webUrl({ withFragments: true, withQueryParameters: true }),
});

test('an error is reported by mail, with the title and the address of the item', () => {
  const href = new URL(reportAddress({ email: 'desk@example.org' }, item) ?? '');
  expect(href.protocol).toBe('mailto:');
  expect(href.pathname).toBe('desk@example.org');
  expect(href.searchParams.get('subject')).toBe('报错：某地公布登记数量');
  expect(href.searchParams.get('body')).toBe(`${item.title}\r\n${item.address}\r\n\r\n`);
});

test('or on a page, in whose address they stand', () => {
  const url = 'https://example.org/report?what={title}&where={address}';
  expect(reportAddress({ url }, item)).toBe(
    'https://example.org/report?what=%E6%9F%90%E5%9C%B0%E5%85%AC%E5%B8%83%E7%99%BB%E8%AE%B0%E6%95%B0%E9%87%8F&where=https%3A%2F%2Fexample.org%2Fissues%2F2025-03-31%23k3x9qa',
  );
  expect(reportAddress({ url: 'https://example.org/report' }, item)).toBe(
    'https://example.org/report',
  );
  expect(reportAddress({}, item)).toBeUndefined();
  expect(reportAddress(undefined, item)).toBeUndefined();
});

test('a link for reports holds what is reported and nothing else', () => {
  fc.assert(
    fc.property(anything, (reported) => {
      const mail = new URL(reportAddress({ email: "a+b'c@example.org" }, reported) ?? '');
      expect([...mail.searchParams.keys()]).toEqual(['subject', 'body']);
      expect(mail.searchParams.get('subject')).toBe(`报错：${reported.title}`);
      expect(mail.hash).toBe('');
      const url = 'https://example.org/r?t={title}&a={address}';
      const page = new URL(reportAddress({ url }, reported) ?? '');
      expect([...page.searchParams]).toEqual([
        ['t', reported.title],
        ['a', reported.address],
      ]);
    }),
  );
});

test('the first part of a mail address is escaped', () => {
  expect(mailtoOf('a&b?c%d@example.org')).toBe('mailto:a%26b%3Fc%25d@example.org');
});
