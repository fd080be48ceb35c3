import { pathPatterns } from '#lib/site/path-patterns.ts';
import { endingsOf } from '../compress.ts';
import { fileTypes } from './file-types.ts';
import { type HeaderRule, headersFor } from './header-rules.ts';
import { hostFileNames } from './patterns.ts';

const TYPE = 'Content-Type';
const CACHE = 'Cache-Control';
const PAGES = '*.html';

/**
 * A script that puts the site into object storage by rclone, with the types and lifetimes of the table; text
 * is packed with gzip, for a bucket does not ask what a reader takes. Pages come last, when all is there that
 * they lead to, and nothing is taken away.
 */
export function writeRclone(rules: readonly HeaderRule[]): string {
  const cache = headersFor(rules, pathPatterns.frontPage[0])[CACHE] ?? '';
  const isLasting = ({ pattern, headers }: HeaderRule) =>
    !pattern.includes('*') && CACHE in headers;
  const lasting = rules.filter((rule) => isLasting(rule) && !(TYPE in rule.headers));
  const typed: Step[] = [
    // Text has to be packed, or to have its charset. Of the rest rclone tells the types itself.
    ...Object.entries(fileTypes)
      .map(([ending, type]) => ({ wanted: `*.${ending}`, headers: { [TYPE]: type } }))
      .filter(({ wanted, headers }) => isPacked(wanted) || headers[TYPE].startsWith('text/')),
    ...rules
      .filter(({ headers }) => TYPE in headers)
      .map(({ pattern, headers }) => ({ wanted: filterOf(pattern), headers })),
  ];
  const wanted = [...lasting.map(({ pattern }) => pattern), ...typed.map((step) => step.wanted)];
  const steps = typed.map((step, index): Step => {
    // A file goes with the last rule that names it, as in a browser's answer.
    const later = typed.slice(index + 1).map((other) => other.wanted);
    const packed = isPacked(step.wanted) ? { 'Content-Encoding': 'gzip' } : {};
    const headers = { [CACHE]: cache, ...step.headers, ...packed };
    return { ...step, without: [...lasting.map(({ pattern }) => pattern), ...later], headers };
  });
  const pages = steps.filter((step) => step.wanted === PAGES);
  const inOrder: Step[] = [
    ...lasting.map(({ pattern, headers }) => ({ wanted: pattern, headers })),
    ...steps.filter((step) => !pages.includes(step)),
    // Pictures, and whatever else an editor has put into `public/`.
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

/** Files that are sent together: those that a filter of rclone's names, but for those that others name. */
type Step = { wanted: string; without?: readonly string[]; headers: Record<string, string> };

/** Whether the files that a filter names are packed: what has a compressed form, and what the script packs itself. */
function isPacked(filter: string): boolean {
  return filter === pathPatterns.health || endingsOf(filter).length > 1;
}

/** A pattern as rclone names files: by their ends at any depth, or from the root. */
function filterOf(pattern: string): string {
  return pattern.startsWith('/*') ? pattern.slice(1) : pattern;
}

function commandOf({ wanted, without = [], headers }: Step): string {
  const filters = [...without.map((filter) => `- ${filter}`), `+ ${wanted}`, '- *'];
  return [
    'copy',
    ...filters.map((filter) => `--filter ${quotedForShell(filter)}`),
    ...Object.entries(headers).map(
      ([name, value]) => `--header-upload ${quotedForShell(`${name}: ${value}`)}`,
    ),
  ].join(' ');
}

/** A word that the shell takes as it is (POSIX, XCU 2.2.2). */
function quotedForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
