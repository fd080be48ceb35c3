import { fieldOf, firstMeta, type Marks } from './read-marks.ts';
import { textOf } from './structured-data.ts';

/** The author, where the page names one. */
export function readAuthor(marks: Marks): string | undefined {
  const names = [
    ...fieldOf(marks, 'author').map(textOf),
    ...['author', 'byl', 'dc.creator', 'article:author', 'parsely-author'].map((name) =>
      firstMeta(marks, [name]),
    ),
  ];
  return names.find((name) => name !== undefined && name.length <= 60 && !/^https?:/.test(name));
}

/** The language tag that the page gives itself; else Chinese where its text is. */
export function readLanguage(marks: Marks, paragraphs: readonly string[]): string | undefined {
  const tags = [
    marks.language,
    ...fieldOf(marks, 'inLanguage').map(textOf),
    firstMeta(marks, ['og:locale', 'content-language']),
  ];
  const tag = tags.find(
    (each) => each !== undefined && /^[a-z]{2,3}(?:[-_][\w-]{2,20})?$/i.test(each),
  );
  if (tag !== undefined) return tag.replace('_', '-');
  const text = paragraphs.join('');
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han * 3 > text.length ? 'zh' : undefined;
}

/**
 * The address that a page gives itself, if it is one of the same site and no front page: wrong ones are common. Else
 * `address`.
 */
export function readCanonical(marks: Marks, address: string): string {
  const base = new URL(address);
  const given = [marks.canonical, firstMeta(marks, ['og:url'])];
  for (const each of given) {
    if (each === undefined || !URL.canParse(each, base)) continue;
    const url = new URL(each, base);
    const isPage = url.pathname !== '/' || url.search !== '' || base.pathname === '/';
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    if (isPage && isWeb && siteOf(url) === siteOf(base)) {
      url.hash = '';
      return url.href;
    }
  }
  return address;
}

/** The host without what mobile and other editions of a site put before it. */
function siteOf({ hostname }: URL): string {
  return hostname.replace(/^(?:www|m|wap|mobile|amp|3g|h5)\./, '');
}
