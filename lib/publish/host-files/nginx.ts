import { pathPatterns } from '#lib/site/path-patterns.ts';
import { paths } from '#lib/site/paths.ts';
import type { Move } from './cloudflare.ts';
import { fileTypes, unknownType } from './file-types.ts';
import type { HeaderRule } from './header-rules.ts';
import { hiddenPattern, quoted, regExpOf } from './patterns.ts';

const TYPE = 'Content-Type';
/** Addresses that redirect to the canonical one, which is the two groups together: without `.html`, without a `/`. */
const NOT_CANONICAL = [
  '^(/(?:[^/?\\\\][^?]*/)?)index\\.html(\\?.*)?$',
  '^(/[^/?\\\\][^?]*)\\.html(\\?.*)?$',
  '^(/[^/?\\\\][^?]*?)/+(\\?.*)?$',
];

/**
 * A file to include in a `server` block of nginx: addresses, redirects, headers and precompressed forms. The block
 * itself has `root`, `listen` and `server_name`.
 */
export function writeNginx(rules: readonly HeaderRule[], moves: readonly Move[]): string {
  const types = rules.filter(({ headers }) => TYPE in headers).reverse();
  const lines = [
    '# Written by npm run build: include it in a server block that has listen, server_name and root.',
    '# Where nginx has the module for it, say "brotli_static on;" there too.',
    'server_tokens off;',
    'absolute_redirect off;',
    'gzip_static on;',
    'gzip_vary on;',
    'charset utf-8;',
    '# A search for 2,000 Chinese characters is 18,000 bytes long.',
    'large_client_header_buffers 4 32k;',
    `default_type ${unknownType};`,
    '# Not every installation reads a table of these, or one that has them all.',
    `types { ${Object.entries(fileTypes)
      .map(([ending, type]) => `${quoted(type)} ${ending};`)
      .join(' ')} }`,
    `error_page 404 ${paths.notFound()}.html;`,
    '',
    ...headerLines(rules),
    '',
    '# The address as it was sent: what is decoded could end the header, and // would leave the site.',
    ...NOT_CANONICAL.map((test) => `if ($request_uri ~ ${quoted(test)}) { return 308 $1$2; }`),
    '',
    ...moves.map(({ from, to }) => {
      const [address = '', anchor] = to.split(/(#.*)/s);
      const query = address.includes('?') ? '' : '$is_args$args';
      return `location = ${quoted(decodeURIComponent(from))} { return 308 ${quoted(address + query + (anchor ?? ''))}; }`;
    }),
    `location = ${pathPatterns.frontPage[0]} { try_files /index.html =404; }`,
    `location = ${paths.notFound()} { return 404; }`,
    `location = ${paths.notFound()}.html { internal; }`,
    `location ~ ${quoted(hiddenPattern)} { return 404; }`,
    ...types.map(({ pattern, headers }) => {
      const where = pattern.includes('*') ? `~ ${quoted(regExpOf(pattern))}` : `= ${pattern}`;
      return `location ${where} { types {} default_type ${quoted(headers[TYPE] ?? '')}; try_files $uri =404; }`;
    }),
    'location / { try_files $uri $uri.html =404; }',
  ];
  return `${lines.join('\n')}\n`;
}

/** The lines that set each header once. The value is a variable where it differs from path to path. */
function headerLines(rules: readonly HeaderRule[]): string[] {
  const names = new Set(rules.flatMap(({ headers }) => Object.keys(headers)));
  names.delete(TYPE);
  return Array.from(names, (name) => {
    const variable = `$dibao_${name.toLowerCase().replaceAll('-', '_')}`;
    const [only, another] = rules.filter(({ headers }) => name in headers);
    // nginx answers some malformed requests before it sets variables, so a fixed value takes none.
    if (another === undefined)
      return `add_header ${name} ${quoted(only?.headers[name] ?? '')} always;`;
    const values = rules.flatMap(({ pattern, headers }) => {
      const value = headers[name];
      if (value === undefined) return [];
      const set = `set ${variable} ${quoted(value)};`;
      if (pattern === pathPatterns.everything) return [set];
      const test = pattern.includes('*')
        ? `~ ${quoted(regExpOf(pattern))}`
        : `= ${quoted(pattern)}`;
      return [`if ($uri ${test}) { ${set} }`];
    });
    return [...values, `add_header ${name} ${variable} always;`].join('\n');
  });
}
