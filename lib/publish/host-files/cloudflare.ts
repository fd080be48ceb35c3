import { matchesPattern } from '#lib/site/path-patterns.ts';
import type { HeaderRule } from './header-rules.ts';

/** A redirect from an old path to a new address. Both are percent-encoded. */
export type Move = { from: string; to: string };

/**
 * The file `_headers`, which Cloudflare Pages (https://developers.cloudflare.com/pages/configuration/headers/) and our
 * own host read. If several rules set the same header, Cloudflare sends all its values; a line with `!` in the later
 * rule removes the earlier values.
 */
export function writeHeaders(rules: readonly HeaderRule[]): string {
  const blocks = rules.map(({ pattern, headers }, index) => {
    const before = rules.slice(0, index).filter((rule) => overlap(rule.pattern, pattern));
    const lines = Object.entries(headers).flatMap(([name, value]) => {
      const isSet = before.some((rule) => name in rule.headers);
      return [...(isSet ? [`  ! ${name}`] : []), `  ${name}: ${value}`];
    });
    return [encodeURI(pattern), ...lines].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

/** Whether there may be an address that matches both patterns. */
function overlap(one: string, other: string): boolean {
  const [start = '', end] = one.split('*');
  const [otherStart = '', otherEnd] = other.split('*');
  if (end === undefined) return matchesPattern(other, one);
  if (otherEnd === undefined) return matchesPattern(one, other);
  return (
    (start.startsWith(otherStart) || otherStart.startsWith(start)) &&
    (end.endsWith(otherEnd) || otherEnd.endsWith(end))
  );
}

/** The rules of a `_headers` file. Their patterns are decoded. */
export function readHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('/')) rules.push({ pattern: decodeURI(line.trim()), headers: {} });
    const [, name, value] = /^\s+([\w-]+): (.*)$/.exec(line) ?? [];
    const rule = rules.at(-1);
    if (name !== undefined && value !== undefined && rule !== undefined) rule.headers[name] = value;
  }
  return rules;
}

/** The file `_redirects`, which Cloudflare Pages, Netlify and our own host read. */
export function writeRedirects(moves: readonly Move[]): string {
  return moves.map(({ from, to }) => `${from} ${to} 308\n`).join('');
}

/** The redirects of a `_redirects` file: decoded old paths to new addresses. */
export function readRedirects(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines
      .map((line) => line.split(' '))
      .map(([from = '', to = '']) => [decodeURIComponent(from), to]),
  );
}
