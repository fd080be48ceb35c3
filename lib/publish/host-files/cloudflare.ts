import { matchesPattern } from '#lib/site/path-patterns.ts';
import type { HeaderRule } from './header-rules.ts';

/** Where an old address leads: both as they are sent, percent-encoded. */
export type Move = { from: string; to: string };

/**
 * `_headers`, as Cloudflare reads it and our own host does
 * (https://developers.cloudflare.com/pages/configuration/headers/). There a header that several rules set
 * is sent with all its values, unless the later rule takes the earlier one's back with `!`.
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

/** Whether there are addresses, as far as the patterns tell, that both name. */
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

/** The rules of a `_headers` file, by their patterns as they are meant, not encoded. */
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

/** `_redirects`, as Cloudflare Pages and Netlify read it; our own host does too. */
export function writeRedirects(moves: readonly Move[]): string {
  return moves.map(({ from, to }) => `${from} ${to} 308\n`).join('');
}

/** The redirects of a `_redirects` file, by their old path as it is meant, not encoded. */
export function readRedirects(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines
      .map((line) => line.split(' '))
      .map(([from = '', to = '']) => [decodeURIComponent(from), to]),
  );
}
