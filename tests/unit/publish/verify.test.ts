import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verify } from '#lib/publish/verify/verify.ts';
import { reportLines } from '#lib/publish/verify/verify-command.ts';
import { listen } from '#lib/system/listen.ts';
import { callCommand } from '#tests/support/call-command.ts';

type File = { status?: number; type?: string; body: string; headers?: Record<string, string> };
const sound = {
  'Content-Security-Policy': "default-src 'none';frame-ancestors 'none'",
  'Permissions-Policy': 'camera=()',
  'Referrer-Policy': 'strict-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};
const html = (canonical: string, body = '') =>
  `<!DOCTYPE html><link rel="canonical" href="${canonical}"><p id="a">${body}`;
const feed =
  '<rss version="2.0"><channel><title>a</title><link>http://x/</link><description>b</description></channel></rss>';

let origin: string;
let files: Record<string, File> = {};
const server = createServer((request, response) => {
  const {
    status = 200,
    type = 'text/html',
    body,
    headers,
  } = files[request.url ?? ''] ?? {
    status: 404,
    body: 'none',
  };
  response.writeHead(status, { ...sound, 'Content-Type': type, ...headers }).end(body);
});
beforeAll(async () => {
  await listen(server, 0, '127.0.0.1');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('there is no port');
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => server.close());

/** A small sound site of this origin. */
function soundSite(name = origin): Record<string, File> {
  const urls = ['/', '/about'].map((path) => `<url><loc>${name}${path}</loc></url>`).join('');
  return {
    '/sitemap.xml': { type: 'application/xml', body: `<urlset>${urls}</urlset>` },
    '/': {
      body: html(
        `${name}/`,
        '<a href="/about#a">a</a><a href="/feed.xml">b</a><a href="/feeds.opml">d</a>',
      ),
    },
    '/about': {
      body: html(`${name}/about`, '<a href="https://elsewhere.example/">c</a>'),
    },
    '/feed.xml': { type: 'application/rss+xml', body: feed },
    '/robots.txt': { type: 'text/plain', body: '' },
    '/llms.txt': { type: 'text/plain', body: '' },
    '/feeds.opml': {
      type: 'text/x-opml',
      body: '<opml version="2.0"><head><title>a</title></head><body><outline text="a"/></body></opml>',
    },
  };
}

const faultsOf = async (changed: Record<string, File>, name = origin) => {
  files = { ...soundSite(name), ...changed };
  return Object.fromEntries((await verify(origin, 4, () => undefined)).faults);
};

describe('a site', () => {
  test('that is sound has no fault', async () => {
    files = soundSite();
    const done: [number, number][] = [];
    const report = await verify(origin, 2, (...progress) => done.push(progress));
    expect(reportLines(report)).toEqual(['2 pages and 4 other files: nothing is wrong']);
    expect(done.at(-1)).toEqual([7, 7]);
  });

  test('that is called by another name is walked all the same', async () => {
    expect(await faultsOf({}, 'https://example.org')).toEqual({
      'is called https://example.org in its sitemap': [origin],
    });
  });

  test.each<[string, Record<string, File>, string, string]>([
    ['a page is gone', { '/about': { status: 404, body: '' } }, 'answered 404', '/about'],
    ['a page fails', { '/about': { status: 500, body: '' } }, 'answered 500', '/about'],
    ['a link leads on', { '/about': { status: 308, body: '' } }, 'answered 308', '/about'],
    [
      'a feed is broken',
      { '/feed.xml': { type: 'application/rss+xml', body: '<rss><channel>' } },
      'cannot be read (Invalid feed format)',
      '/feed.xml',
    ],
    [
      'what is not there is said to be',
      { '/nowhere-at-all': { body: '' } },
      'answered 200',
      '/nowhere-at-all',
    ],
    [
      'a page has no policy that holds',
      { '/about': { body: html('/about'), headers: { 'Content-Security-Policy': 'x' } } },
      'has the Content-Security-Policy "x"',
      '/about',
    ],
    [
      'a server tells its program',
      { '/robots.txt': { body: '', headers: { 'X-Powered-By': 'x' } } },
      'has an X-Powered-By',
      '/robots.txt',
    ],
  ])('in which %s is reported', async (_, changed, fault, path) => {
    expect((await faultsOf(changed))[fault]).toEqual([origin + path]);
  });

  test('whose page names another canonical address is reported', async () => {
    expect(await faultsOf({ '/about': { body: html(`${origin}/`) } })).toEqual({
      [`names ${origin}/ as its canonical address`]: [`${origin}/about`],
    });
  });

  test('whose link names an anchor that the page does not have is reported', async () => {
    const body = html(`${origin}/`, '<a href="/about#b">a</a>');
    expect(await faultsOf({ '/': { body } })).toEqual({
      [`links to ${origin}/about#b, which is not there`]: [`${origin}/`],
    });
  });
});

describe('npm run verify', () => {
  const command = (...args: string[]) => callCommand(['verify', ...args]);

  test('ends with 1 where something is wrong, and says what', async () => {
    files = { ...soundSite(), '/about': { status: 500, body: '' } };
    expect(await command(origin)).toMatchObject({
      code: 1,
      stderr: '',
      stdout: `1 address: answered 500\n  ${origin}/about\n1 pages and 4 other files: 1 fault\n`,
    });
  });

  test.each([
    [
      ['nonsense'],
      'Unexpected origin "nonsense", expected a scheme and a host such as https://example.org',
    ],
    [['https://a.example/b'], 'Unexpected origin "https://a.example/b", expected'],
    [['ftp://a.example'], 'Unexpected origin "ftp://a.example", expected'],
    [[], 'The origin of the site is missing.'],
    [
      ['http://a.example', '--at-once', '0'],
      '--at-once must be a number from 1 to 64, and it is "0".',
    ],
    [['http://127.0.0.1:9'], 'http://127.0.0.1:9/sitemap.xml cannot be fetched (fetch failed'],
  ])('%s is refused', async (args, sentence) => {
    const { code, stderr } = await command(...args);
    expect(code).toBe(2);
    expect(stderr.startsWith(sentence.replace('fetch failed', ''))).toBe(true);
  });
});
