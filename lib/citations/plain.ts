import { oneLine, type Reference } from './reference.ts';

/** Cites for general use, such as in a post: title（issue or publisher and day，来源：…）address. */
export function citePlainly(reference: Reference): string {
  const { title, author, issue, date, url, sources = [] } = reference;
  const from = issue ?? [author, date].filter(Boolean).join(' ');
  const credits = sources.length === 0 ? '' : `，来源：${sources.join('、')}`;
  return `${oneLine(title)}（${oneLine(from + credits)}）${url ?? ''}`;
}
