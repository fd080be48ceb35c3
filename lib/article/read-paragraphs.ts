import { Readability } from '@mozilla/readability';
import { tidy } from './read-marks.ts';

/** A page with more elements is not read: it takes seconds. */
const MOST_ELEMENTS = 30_000;
const BLOCKS = 'p, li, blockquote, h2, h3, h4, pre, td, figcaption';

/**
 * The paragraphs of the article on a page, found by Readability, which Firefox shows its reader view by. Changes the
 * document.
 */
export function readParagraphs(document: Document): string[] {
  const elements = document.getElementsByTagName('*').length;
  const article =
    elements > MOST_ELEMENTS
      ? null
      : new Readability<Element>(document, {
          charThreshold: 100,
          serializer: (node) => {
            if (!isElement(node))
              throw new TypeError('Readability gave something else than an element');
            return node;
          },
        }).parse();
  return article?.content ? paragraphsIn(article.content) : [];
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function paragraphsIn(root: Element): string[] {
  const paragraphs: string[] = [];
  let loose = '';
  const flush = () => {
    const text = tidy(loose);
    if (text !== '') paragraphs.push(text);
    loose = '';
  };
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeType === 3) loose += node.textContent ?? '';
    if (node.nodeType !== 1 || !isElement(node)) continue;
    if (node.tagName === 'BR' || node.tagName === '#END') flush();
    if (node !== root && node.matches(BLOCKS) && node.querySelector(BLOCKS) === null) {
      flush();
      loose = node.textContent ?? '';
      flush();
      continue;
    }
    if (node.matches('div, section, article, ul, ol, table')) flush();
    stack.push(...[...node.childNodes].reverse());
  }
  flush();
  return paragraphs;
}
