import {
  type ArticleNode,
  type BreadcrumbsNode,
  type CollectionNode,
  graphSchema,
  type IssueNode,
} from './schema-types.ts';
import { attributeOf, find, ownText, type ShownPage, showElement, textOf } from './shown-page.ts';
import { valueFaults } from './shown-values.ts';

/** The types of a page's nodes; empty where it has no JSON-LD. */
export function typesOf(page: ShownPage): string[] {
  return readGraph(page).map((node) => node['@type']);
}

/**
 * The differences between a page's JSON-LD and the page itself; empty where both say the same.
 * @throws ZodError where the JSON-LD is not as schema.org wants it
 */
export function dataFaults(page: ShownPage): string[] {
  const canonical = attributeOf(find(page, 'link', 'rel', 'canonical'), 'href') ?? '';
  return readGraph(page).flatMap((node) => {
    const faults = [...valueFaults(node, page, canonical)];
    if (node['@type'] === 'PublicationIssue') faults.push(...issueFaults(node, page, canonical));
    if (node['@type'] === 'NewsArticle') faults.push(...articleFaults(node, page, canonical));
    if (node['@type'] === 'CollectionPage') faults.push(...listFaults(node, page, canonical));
    if (node['@type'] === 'BreadcrumbList') faults.push(...trailFaults(node, page, canonical));
    return faults.map((fault) => `${node['@type']}: ${fault}`);
  });
}

function readGraph(page: ShownPage) {
  const scripts = page.elements.filter(
    (each) => attributeOf(each, 'type') === 'application/ld+json',
  );
  const [script] = scripts;
  if (script === undefined) return [];
  if (scripts.length > 1) throw new Error('there is more than one JSON-LD');
  return graphSchema.parse(JSON.parse(script.childNodes.map(ownText).join('')))['@graph'];
}

/** Whether the issue's items are those of the page, in its order. */
function issueFaults(node: IssueNode, page: ShownPage, canonical: string): string[] {
  const { itemListElement: list } = node.mainEntity;
  const shown = page.elements
    .filter(({ tagName }) => tagName === 'article')
    .map((article) => attributeOf(find(showElement(article), 'a'), 'href') ?? '')
    .map((href) => new URL(href, canonical).href);
  return [
    ...differences('url', node.url, canonical),
    ...differences('name', node.name, textOf(find(page, 'h1'))),
    ...differences(
      'items',
      list.map(({ url }) => url),
      shown,
    ),
    ...orderFaults(list),
  ];
}

/** Whether an item's headline, sources and corrections are those of its page. */
function articleFaults(node: ArticleNode, page: ShownPage, canonical: string): string[] {
  const { headline, url, isBasedOn = [], correction = [] } = node;
  const own = showElement(find(page, 'article') ?? page.elements[0]);
  const told = isBasedOn.flatMap((report) =>
    [report.publisher.name, report.datePublished, report.url].filter(Boolean),
  );
  const start = own.elements.findIndex(({ tagName }) => tagName === 'cite');
  const shown = own.elements.slice(start === -1 ? own.elements.length : start).flatMap((each) => {
    if (attributeOf(each, 'rel') === 'external') return [attributeOf(each, 'href')];
    return each.tagName === 'time' || each.tagName === 'cite' ? [textOf(each)] : [];
  });
  const corrections = own.elements.filter((each) => attributeOf(each, 'class') === 'correction');
  return [
    ...differences('url', url, canonical),
    ...differences('headline', headline, textOf(find(page, 'h1'))),
    ...differences('sources', told, shown),
    ...differences('corrections', correction.length, corrections.length),
  ];
}

type Element = ShownPage['elements'][number];

const isHeadlines = (each: Element) => /\bheadlines\b/.test(attributeOf(each, 'class') ?? '');

/** A step of a thread: a list's entry that holds a report. */
const hasArticle = (entry: Element['childNodes'][number]) =>
  'childNodes' in entry && entry.childNodes.some(({ nodeName }) => nodeName === 'article');

/** Whether the list has as many entries as the page lists, and none twice. */
function listFaults(node: CollectionNode, page: ShownPage, canonical: string): string[] {
  const { numberOfItems, itemListElement: list } = node.mainEntity;
  const shown = page.elements
    .filter(
      (each) => isHeadlines(each) || (each.tagName === 'ol' && each.childNodes.every(hasArticle)),
    )
    .flatMap(({ childNodes }) => childNodes);
  const links = shown.map((entry) => attributeOf(linkOf(showElement(entry)), 'href'));
  const count = new Set(links).size;
  const urls = list.flatMap((entry) => ('url' in entry ? entry.url : entry.item.url));
  return [
    ...differences('url', node.url, canonical),
    ...differences('name', node.name, textOf(find(page, 'h1'))),
    ...differences('length', [numberOfItems, list.length], [count, count]),
    ...differences('addresses', urls.length, new Set(urls).size),
    ...orderFaults(list),
  ];
}

/** What an entry of a list is of: a step of a thread names its issue first, and then itself in a heading. */
function linkOf(entry: ShownPage): Element | undefined {
  const heading = entry.elements.find(({ tagName }) => tagName === 'h2');
  return find(heading === undefined ? entry : showElement(heading), 'a');
}

/** Whether the breadcrumbs lead from the front page to this one, and are those that the page shows. */
function trailFaults(
  { itemListElement: steps }: BreadcrumbsNode,
  page: ShownPage,
  canonical: string,
): string[] {
  const ends = [steps[0]?.item['@id'], steps.at(-1)?.item['@id']];
  const expected = [`${new URL(canonical).origin}/`, canonical];
  const trail = showElement(find(page, 'nav', 'aria-label', '位置') ?? page.elements[0]);
  const shown = trail.elements.filter(({ tagName }) => tagName === 'li').map(textOf);
  return [
    ...differences('ends', ends, expected),
    ...differences(
      'trail',
      steps.map(({ name }) => name),
      shown,
    ),
    ...orderFaults(steps),
  ];
}

function orderFaults(list: readonly { position: number }[]): string[] {
  const inOrder = list.map((_, index) => index + 1);
  const positions = list.map(({ position }) => position);
  return differences('positions', positions, inOrder);
}

function differences(what: string, told: unknown, shown: unknown): string[] {
  const [a, b] = [JSON.stringify(told), JSON.stringify(shown)];
  return a === b ? [] : [`${what} ${a} is shown as ${b}`];
}
