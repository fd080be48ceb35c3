import { parse } from 'parse5';
import type { ArticleText } from '../fingerprint/article-text.ts';
import { blocksOf, isInline } from './blocks.ts';
import { type Element, elementsIn, elementText, type Node } from './elements.ts';
import { isFurnitureElement, isNeverArticle, type PassOver } from './furniture-elements.ts';

/** The headline and the paragraphs of the article on a page, without what surrounds it. */
export function readPage(html: string): ArticleText {
  const document = parse(html);
  const strict = readWithout(document, isFurnitureElement);
  // A site may call the part with its article by a name that others give to what surrounds it.
  return strict.paragraphs.some(isProse) ? strict : readWithout(document, isNeverArticle);
}

function readWithout(document: Node, isPassedOver: PassOver): ArticleText {
  const elements = [...elementsIn(document, isPassedOver)];
  const article = articleIn(elements) ?? elements.find(({ tagName }) => tagName === 'body');
  const paragraphs = article === undefined ? [] : blocksOf(article, isPassedOver);
  return { headline: headlineOf(elements), paragraphs };
}

/** The headline: the heading of the page, else what it tells machines, else its title. */
function headlineOf(elements: readonly Element[]): string {
  const headings = elements
    .filter(({ tagName }) => tagName === 'h1')
    .map((each) => elementText(each));
  const [only] = headings.filter((text) => text !== '');
  if (only !== undefined) return only;
  const meta = elements.find(
    ({ tagName, attrs }) =>
      tagName === 'meta' && attrs.some(({ value }) => value.toLowerCase() === 'og:title'),
  );
  const told = meta?.attrs.find(({ name }) => name === 'content')?.value.trim();
  if (told !== undefined && told !== '') return told;
  const title = elements.find(({ tagName }) => tagName === 'title');
  return title === undefined ? '' : elementText(title);
}

/**
 * The element that holds most of the prose: a paragraph counts for what it stands in, and half for what that stands in,
 * because some sites wrap each paragraph. What others wrote below the article stands in elements of its own.
 */
function articleIn(elements: readonly Element[]): Element | undefined {
  const scores = new Map<Element, number>();
  const add = (element: Element | undefined, score: number) => {
    if (element !== undefined) scores.set(element, (scores.get(element) ?? 0) + score);
  };
  for (const element of elements)
    for (const node of element.childNodes) {
      if (!('value' in node) || node.nodeName !== '#text' || !isProse(node.value)) continue;
      const { length } = node.value.trim();
      const paragraph = blockAround(element);
      const parent = paragraph && parentOf(paragraph);
      // Before its parent where both are equal: it may hold all paragraphs, parted by line breaks.
      add(paragraph, 1.01 * length);
      add(parent, length);
      add(parent && parentOf(parent), length / 2);
    }
  const best = [...scores].sort(([, a], [, b]) => b - a)[0];
  return best?.[0];
}

/** The nearest element around a text that is a block. */
function blockAround(element: Element): Element | undefined {
  let around: Element | undefined = element;
  while (around !== undefined && isInline(around)) around = parentOf(around);
  return around;
}

function parentOf({ parentNode }: Element): Element | undefined {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : undefined;
}

function isProse(text: string): boolean {
  return /[。.]/.test(text);
}
