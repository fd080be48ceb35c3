import { parseJson } from '#lib/site/parse-json.ts';
/** An object of JSON-LD, whose values can be anything. */
export type Thing = Record<string, unknown>;

/** Objects are read down to this depth; a page may nest them without an end. */
const DEEPEST = 8;
const ARTICLE = /(?:Article|Posting|Report|WebPage|CreativeWork)$/;

/**
 * The objects in the JSON-LD of a page that describe an article, the most exact first: those of type NewsArticle before
 * WebPage. They may stand alone, in an array, in `@graph`, or inside one another.
 */
export function articleThings(scripts: readonly string[]): Thing[] {
  const things = scripts.flatMap((script) => thingsIn(parseLoosely(script), 0));
  const articles = things.filter((thing) => typesOf(thing).some((type) => ARTICLE.test(type)));
  return articles.sort((a, b) => rank(a) - rank(b));
}

/** The text of a value: itself, or the name of what it is; the first one of a list. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value)) {
    for (const each of value.slice(0, 20)) {
      const text = textOf(each);
      if (text !== undefined) return text;
    }
    return undefined;
  }
  if (!isThing(value)) return undefined;
  return typeof value.name === 'object' ? undefined : textOf(value.name ?? value['@value']);
}

function rank(thing: Thing): number {
  const types = typesOf(thing);
  if (types.some((type) => /(?:Article|Posting|Report)$/.test(type))) return 0;
  return types.some((type) => type.endsWith('WebPage')) ? 1 : 2;
}

function typesOf({ '@type': type }: Thing): string[] {
  return [type].flat().filter((each) => typeof each === 'string');
}

function thingsIn(value: unknown, depth: number): Thing[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((each) => thingsIn(each, depth + 1));
  if (!isThing(value)) return [];
  return [value, ...Object.values(value).flatMap((each) => thingsIn(each, depth + 1))];
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON as pages have it: in comments or CDATA, with line breaks in strings; `undefined` where it cannot be read. */
function parseLoosely(script: string): unknown {
  const text = script
    .replace(/^[\s;]*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[|\/\/<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\]\]>\*\/|\/\/\]\]>|\]\]>)[\s;]*$/, '')
    // A line break in a string is no JSON; between values it means what a space means.
    .replace(/\p{Cc}/gu, ' ');
  // Other pages' JSON may be broken; the page is then read by its other marks.
  return parseJson(text);
}
