import { readFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readHeaders } from '#lib/publish/host-files/cloudflare.ts';
import { headersFor } from '#lib/publish/host-files/header-rules.ts';

type Answer = { status: number; headers: IncomingHttpHeaders; length: number };

/** Asks for an address as a browser that takes one encoding. */
export function ask(
  origin: string,
  path: string,
  encoding = 'br',
  method = 'GET',
): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  const headers = { 'Accept-Encoding': encoding };
  return new Promise((done, fail) => {
    get({ hostname, port, path, method, headers }, (response) => {
      let length = 0;
      response.on('data', (chunk) => {
        length += chunk.length;
      });
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, length }),
      );
    }).on('error', fail);
  });
}

/** What every host must answer: path, status, and its type or where it redirects to. */
const addresses: [path: string, status: number, what: string][] = [
  ['/', 200, 'text/html;charset=utf-8'],
  ['/issues/2025-03-31', 200, 'text/html;charset=utf-8'],
  ['/sources/%E5%85%89%E6%98%8E%E6%97%A5%E6%8A%A5', 200, 'text/html;charset=utf-8'],
  ['/issues/2025-03-31/mail', 200, 'text/html;charset=utf-8'],
  ['/feed.xml', 200, 'application/rss+xml;charset=utf-8'],
  ['/sections/industry/atom.xml', 200, 'application/atom+xml;charset=utf-8'],
  ['/feed.json', 200, 'application/feed+json;charset=utf-8'],
  ['/feeds.opml', 200, 'text/x-opml;charset=utf-8'],
  ['/sitemap.xml', 200, 'application/xml;charset=utf-8'],
  ['/issues/2025-03-31.md', 200, 'text/markdown;charset=utf-8'],
  ['/issues/2025-03-31.epub', 200, 'application/epub+zip'],
  ['/cards/site.png', 200, 'image/png'],
  ['/scripts/site.js', 200, 'text/javascript'],
  ['/manifest.webmanifest', 200, 'application/manifest+json'],
  ['/healthz', 200, 'application/json'],
  ['/issues', 308, '/archive'],
  ['/issues/2025-03-31.html', 308, '/issues/2025-03-31'],
  ['/issues/2025-03-31/', 308, '/issues/2025-03-31'],
  ['/index.html', 308, '/'],
  ['/nowhere', 404, 'text/html;charset=utf-8'],
  ['/issues/nowhere.xml', 404, 'text/html;charset=utf-8'],
  ['/404', 404, 'text/html;charset=utf-8'],
  ['/_headers', 404, 'text/html;charset=utf-8'],
  ['/nginx.conf', 404, 'text/html;charset=utf-8'],
  ['/rclone.sh', 404, 'text/html;charset=utf-8'],
  ['/Caddyfile', 404, 'text/html;charset=utf-8'],
  ['/index.html.br', 404, 'text/html;charset=utf-8'],
];

/** Expects that a host answers as the files of the site in `out` say, in one encoding. */
export async function expectSameSite(
  out: string,
  origin: string,
  encoding: 'br' | 'gzip',
): Promise<void> {
  const rules = readHeaders(readFileSync(join(out, '_headers'), 'utf8'));
  for (const [path, status, what] of addresses) {
    const { headers, ...answer } = await ask(origin, path, encoding);
    const url = `${origin}${path}`;
    expect(answer.status, url).toBe(status);
    if (status === 308) expect(headers.location, url).toBe(what);
    else expect(headers['content-type']?.replace(/\s/g, ''), url).toBe(what);
    // Every address that does not exist gets the headers of /404.
    const expected = headersFor(rules, status === 404 ? '/404' : decodeURI(path));
    for (const [name, value] of Object.entries(expected))
      if (name !== 'Content-Type') expect(headers[name.toLowerCase()], url).toBe(value);
    const isText = status !== 308 && /text|xml|json\+|[+]json|javascript/.test(what);
    if (!isText) continue;
    expect(headers['content-encoding'], url).toBe(encoding);
    expect(headers.vary, url).toBe('Accept-Encoding');
  }
  const ending = encoding === 'br' ? '.br' : '.gz';
  const { length, headers } = await ask(origin, '/issues/2025-03-31', encoding);
  expect(length).toBe(readFileSync(join(out, `issues/2025-03-31.html${ending}`)).length);
  expect(headers['x-powered-by']).toBeUndefined();
  expect((await ask(origin, '/', encoding, 'POST')).status).toBe(405);
}
