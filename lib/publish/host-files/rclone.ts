import { pathPatterns } from '#lib/site/path-patterns.ts';
import { type HeaderRule, headersFor } from './header-rules.ts';
import { hostFileNames } from './patterns.ts';

const TYPE = 'Content-Type';
const CACHE = 'Cache-Control';
const PAGES = { filter: '*.html', type: 'text/html; charset=utf-8' };
/** Files that are what their names say and are not packed. */
const PLAIN = [
  '*.png',
  '*.jpg',
  '*.jpeg',
  '*.gif',
  '*.webp',
  '*.avif',
  '*.bmp',
  '*.ico',
  '*.epub',
  '*.docx',
];

/**
 * A script that puts the site into object storage by rclone, with the types and lifetimes of the table; text
 * is packed with gzip, for a bucket does not ask what a reader takes. Pages come last, when all is there that
 * they lead to, and nothing is taken away.
 */
export function writeRclone(rules: readonly HeaderRule[]): string {
  const typed = rules.filter(({ headers }) => TYPE in headers);
  const cache = headersFor(rules, pathPatterns.frontPage[0])[CACHE] ?? '';
  const kept = rules.filter(({ pattern, headers }) => !pattern.includes('*') && CACHE in headers);
  const steps = typed.map(({ pattern, headers }, index) => {
    // A file goes with the last rule that names it, as in a browser's answer.
    const later = typed.slice(index + 1).map((rule) => filterOf(rule.pattern));
    return step(filterOf(pattern), later, {
      [TYPE]: headers[TYPE] ?? '',
      [CACHE]: headers[CACHE] ?? cache,
      ...(PLAIN.includes(filterOf(pattern)) ? {} : { 'Content-Encoding': 'gzip' }),
    });
  });
  const images = PLAIN.filter(
    (filter) => !typed.some(({ pattern }) => filterOf(pattern) === filter),
  );
  const immutable = kept.filter(({ headers }) => !(TYPE in headers));
  return `#!/bin/sh
# Written by npm run build: sh out/rclone.sh REMOTE:BUCKET [FOLDER]
# FOLDER is the release to publish, this one if none is named: an earlier one of .out/ goes back to it.
set -eu
site=$1
from=\${2:-$(dirname "$0")}
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -RL "$from/." "$stage"
find "$stage" -name '*.br' -exec rm {} +
find "$stage" -name '*.gz' | while IFS= read -r file; do mv "$file" "\${file%.gz}"; done
for file in ${['_headers', '_redirects', ...hostFileNames].join(' ')}; do rm -f "$stage/$file"; done
gzip -n "$stage/${pathPatterns.health.slice(1)}" && mv "$stage${pathPatterns.health}.gz" "$stage${pathPatterns.health}"
copy() { rclone copy --checksum "$stage" "$site" "$@"; }
${immutable.map(({ pattern, headers }) => step(pattern, [], headers)).join('\n')}
${images
  .map((filter) =>
    step(
      filter,
      immutable.map(({ pattern }) => pattern),
      { [CACHE]: cache },
    ),
  )
  .join('\n')}
${step('*.svg', [], { [TYPE]: 'image/svg+xml', [CACHE]: cache, 'Content-Encoding': 'gzip' })}
${steps.join('\n')}
${step(PAGES.filter, [], { [TYPE]: PAGES.type, [CACHE]: cache, 'Content-Encoding': 'gzip' })}
`;
}

/** A pattern as rclone names files: by their ends at any depth, or from the root. */
function filterOf(pattern: string): string {
  return pattern.startsWith('/*') ? pattern.slice(1) : pattern;
}

function step(wanted: string, without: readonly string[], headers: Record<string, string>): string {
  const filters = [...without.map((filter) => `- ${filter}`), `+ ${wanted}`, '- *'];
  return [
    'copy',
    ...filters.map((filter) => `--filter '${filter}'`),
    ...Object.entries(headers).map(([name, value]) => `--header-upload '${name}: ${value}'`),
  ].join(' ');
}
