/**
 * Redirects with characters that have a meaning in the configuration of some host. `from` and `to` are as in
 * `redirects.yml`, `ask` is the old path in a request, and `leads` is the target that the answer must have.
 */
export const oddRedirects: readonly { from: string; to: string; ask: string; leads: string }[] = [
  row('/price', '/a$b', '/a%24b'),
  row('/variable', '/a$uri/$host', '/a%24uri/%24host'),
  row(
    '/query',
    'https://example.org/?q=$args&r={path}',
    'https://example.org/?q=%24args&r=%7Bpath%7D',
  ),
  row('/placeholder', '/a{http.request.host}{$HOME}', '/a%7Bhttp.request.host%7D%7B%24HOME%7D'),
  row('/blank', '/a b?c d#e f', '/a%20b?c%20d#e%20f'),
  row('/splat', '/a/:splat/*', '/a/%3Asplat/%2A'),
  row('/quotes', '/a"b\'c`d', '/a%22b%27c%60d'),
  row('/marks', '/a<b>c|d^e', '/a%3Cb%3Ec%7Cd%5Ee'),
  row('/backslash', '/a?b\\c', '/a?b%5Cc'),
  row('/port', 'https://example.org:8443/a:1', 'https://example.org:8443/a:1'),
  row('/encoded', '/a%24%20b', '/a%24%20b'),
  row('/old/$uri', '/new', '/new'),
  row('/old/{path}', '/new', '/new', '/old/%7Bpath%7D'),
  row('/old/"a"', '/new', '/new', '/old/%22a%22'),
  row('/old/a`b', '/new', '/new', '/old/a%60b'),
  row('/old/a*', '/new', '/new'),
  row('/old/:name', '/new', '/new'),
  row('/old/a b;c', '/new', '/new', '/old/a%20b;c'),
  row('/old/%24%3F%23', '/new', '/new'),
  row('/old/a(b', '/new', '/new'),
];

function row(from: string, to: string, leads: string, ask = from) {
  return { from, to, ask, leads };
}
