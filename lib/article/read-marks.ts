import { articleThings, type Thing } from './structured-data.ts';

/** What a page's head and its article are marked with, before any of it is judged. */
export type Marks = {
  things: readonly Thing[];
  /** The content of `<meta>` by name, property or itemprop, in lower case; the first one of each. */
  meta: ReadonlyMap<string, string>;
  /** `<title>`. */
  title: string;
  /** The first headings. */
  headings: string[];
  /** `<link rel=canonical>`. */
  canonical?: string;
  language?: string;
};

/** A text on one line. */
export function tidy(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
}

/** Reads the marks of a page. */
export function readMarks(document: Document): Marks {
  const meta = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const name = ['property', 'name', 'itemprop', 'http-equiv']
      .map((attribute) => element.getAttribute(attribute))
      .find((value) => value !== null && value !== '');
    const content = tidy(element.getAttribute('content') ?? '');
    const key = name?.trim().toLowerCase();
    if (key !== undefined && content !== '' && !meta.has(key)) meta.set(key, content);
  }
  const scripts = [...document.querySelectorAll('script[type="application/ld+json" i]')];
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href');
  const language = document.documentElement?.getAttribute('lang');
  return {
    things: articleThings(scripts.map((script) => script.textContent ?? '')),
    meta,
    title: tidy(document.querySelector('title')?.textContent ?? ''),
    headings: [...document.querySelectorAll('h1, h2')]
      .slice(0, 12)
      .map((heading) => tidy(heading.textContent ?? ''))
      .filter((heading) => heading !== ''),
    ...(canonical && { canonical }),
    ...(language && { language: language.trim() }),
  };
}

/** The first of these values that the page has. */
export function firstMeta({ meta }: Marks, names: readonly string[]): string | undefined {
  return names.map((name) => meta.get(name)).find((value) => value !== undefined);
}

/** The values of a field in the JSON-LD, those of the most exact object first. */
export function fieldOf({ things }: Marks, field: string): unknown[] {
  return things.flatMap((thing) => (thing[field] === undefined ? [] : [thing[field]]));
}
