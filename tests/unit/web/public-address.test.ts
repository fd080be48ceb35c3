import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { describe, expect, test } from 'vitest';
import { fetchPage } from '#lib/web/fetch-page.ts';
import { isPublicAddress } from '#lib/web/public-address.ts';
import { readAddress } from '#lib/web/read-address.ts';
import { standInWeb } from '#tests/support/stand-in-web.ts';

/** Addresses that lead inside, in many spellings. None may be asked. */
const TRICKS = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://127.255.255.254/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://1２7.0.0.1/',
  'http://①②⑦.0.0.1/',
  'http://127。0。0。1/',
  'http://127.0.0.1./',
  'http://0/',
  'http://0.0.0.0/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://192.0.0.8/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  'http://[::1]/',
  'http://[::]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::127.0.0.1]/',
  'http://[64:ff9b::a00:1]/',
  'http://[64:ff9b:1::1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001:0:53aa:64c:0:0:80ff:fffe]/',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://[fd00::1]/',
  'http://[ff02::1]/',
  'http://[2001:db8::1]/',
  'http://localhost/',
  'http://localhost./',
  'http://LOCALHOST/',
  'http://a.localhost/',
  'http://router/',
  'http://printer.local/',
  'http://db.internal/',
  'http://example.org@127.0.0.1/',
  'http://127.0.0.1\\@example.org/',
  'http://user:pass@example.org/',
  'http:127.0.0.1/',
  'file:///etc/passwd',
  'data:text/html,<p>a',
  'javascript:alert(1)',
  'ftp://example.org/a',
  'blob:https://example.org/1',
  'example.org/a',
  '//example.org/a',
  '',
];

describe('addresses that may not be asked', () => {
  test.each(TRICKS)('%s', (address) => {
    expect(readAddress(address, false)).toBeTypeOf('string');
  });

  test.each([
    'https://example.org/a#b',
    'http://93.184.215.14/',
    'http://例子.中国/新闻',
    'http://[2606:4700::1111]/',
  ])('but %s', (address) => {
    expect(readAddress(address, false)).toBeInstanceOf(URL);
  });

  test.each([
    ['64:ff9b::5db8:d70e', true],
    ['8.8.8.8', true],
    ['2a00:1450::1', true],
    ['not an address', false],
  ])('%s is public: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });
});

/** A name server that answers what the test says. */
function answering(...addresses: { address: string; family: number }[]): LookupFunction {
  return (_, options, callback) => {
    if (options.all === true) return callback(null, addresses);
    callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
  };
}

describe('names', () => {
  test.each([
    ['127.0.0.1', 4],
    ['10.1.2.3', 4],
    ['::1', 6],
    ['::ffff:192.168.0.1', 6],
  ])('that lead to %s are refused at the connection', async (address, family) => {
    const { port, requests } = await standInWeb({ '/': { body: 'secret' } });
    const answer = await fetchPage(`http://news.example.org:${port}/`, {
      agent: 'test',
      lookup: answering({ address, family }),
    });
    expect(answer).toMatchObject({ kind: 'refused', reason: 'private' });
    expect(requests).toEqual([]);
  });

  test('that lead to a public and a private address are refused', async () => {
    const both = answering(
      { address: '93.184.215.14', family: 4 },
      { address: '127.0.0.1', family: 4 },
    );
    const answer = await fetchPage('http://news.example.org/', { agent: 'test', lookup: both });
    expect(answer).toMatchObject({ kind: 'refused', reason: 'private' });
  });

  test('of this machine are asked where that is allowed', async () => {
    const { port } = await standInWeb({ '/': { body: 'inside' } });
    const options = { agent: 'test', allowPrivate: true, lookup };
    expect(await fetchPage(`http://localhost:${port}/`, options)).toMatchObject({ status: 200 });
  });
});
