import { pathPatterns } from '#lib/site/path-patterns.ts';
import { endingsOf } from '../compress.ts';
import { fileTypes } from './file-types.ts';
import { type HeaderRule, headersFor } from './header-rules.ts';
import { hostFileNames } from './patterns.ts';

const TYPE = 'Content-Type';
const CACHE = 'Cache-Control';
const PAGES = '*.html';

/**
 * A shell script that copies the site into object storage with rclone, with the types and lifetimes of the table. Text
 * is compressed with gzip, because a bucket cannot choose a form by `Accept-Encoding`. Pages are copied last, after all
 * that they link to, and nothing is deleted.
 */
export function writeRclone(rules: readonly HeaderRule[]): string {
  const cache = headersFor(rules, pathPatterns.frontPage[0])[CACHE] ?? '';
  const isLasting = ({ pattern, headers }: HeaderRule) =>
    !pattern.includes('*') && CACHE in headers;
  const lasting = rules.filter((rule) => isLasting(rule) && !(TYPE in rule.headers));
  const withTypes: Upload[] = [
    // Text needs the header for gzip, or its charset. For all other files rclone sets the type itself.
    ...Object.entries(fileTypes)
      .map(([ending, type]) => ({ wanted: `*.${ending}`, headers: { [TYPE]: type } }))
      .filter(({ wanted, headers }) => isCompressed(wanted) || headers[TYPE].startsWith('text/')),
    ...rules
      .filter(({ headers }) => TYPE in headers)
      .map(({ pattern, headers }) => ({ wanted: filterOf(pattern), headers })),
  ];
  const wanted = [
    ...lasting.map(({ pattern }) => pattern),
    ...withTypes.map((upload) => upload.wanted),
  ];
  const uploads = withTypes.map((upload, index): Upload => {
    // As in the table, the last rule that matches a file counts.
    const later = withTypes.slice(index + 1).map((other) => other.wanted);
    const encoding = isCompressed(upload.wanted) ? { 'Content-Encoding': 'gzip' } : {};
    const headers = { [CACHE]: cache, ...upload.headers, ...encoding };
    return { ...upload, without: [...lasting.map(({ pattern }) => pattern), ...later], headers };
  });
  const pages = uploads.filter((upload) => upload.wanted === PAGES);
  const inOrder: Upload[] = [
    ...lasting.map(({ pattern, headers }) => ({ wanted: pattern, headers })),
    ...uploads.filter((upload) => !pages.includes(upload)),
    // Pictures, and all else that an editor has put into `public/`.
    { wanted: '*', without: wanted, headers: { [CACHE]: cache } },
    ...pages,
  ];
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
find "$stage" -name '*.gz' -exec sh -c 'for file; do mv "$file" "\${file%.gz}"; done' sh {} +
for file in ${['_headers', '_redirects', ...hostFileNames].join(' ')}; do rm -f "$stage/$file"; done
gzip -n "$stage/${pathPatterns.health.slice(1)}" && mv "$stage${pathPatterns.health}.gz" "$stage${pathPatterns.health}"
copy() { rclone copy --checksum "$stage" "$site" "$@"; }
${inOrder.map(commandOf).join('\n')}
`;
}

/** Files that one command uploads: those that match the filter `wanted` of rclone, but none of `without`. */
type Upload = { wanted: string; without?: readonly string[]; headers: Record<string, string> };

/** Whether the files that match a filter are compressed with gzip, by the press or by the script itself. */
function isCompressed(filter: string): boolean {
  return filter === pathPatterns.health || endingsOf(filter).length > 1;
}

/** A pattern as a filter of rclone. With a leading `/` it matches from the root, else at any depth. */
function filterOf(pattern: string): string {
  return pattern.startsWith('/*') ? pattern.slice(1) : pattern;
}

function commandOf({ wanted, without = [], headers }: Upload): string {
  const filters = [...without.map((filter) => `- ${filter}`), `+ ${wanted}`, '- *'];
  return [
    'copy',
    ...filters.map((filter) => `--filter ${quotedForShell(filter)}`),
    ...Object.entries(headers).map(
      ([name, value]) => `--header-upload ${quotedForShell(`${name}: ${value}`)}`,
    ),
  ].join(' ');
}

/** A word in single quotes, which the shell does not interpret (POSIX, XCU 2.2.2). */
function quotedForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
