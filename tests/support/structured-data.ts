import {
  type BreadcrumbsNode,
  type CollectionNode,
  graphSchema,
  type IssueNode,
} from './schema-types.ts';
import {
  attributeOf,
  find,
  ownText,
  type ShownPage,
  showElement,
  showPage,
  squeeze,
  textOf,
} from './shown-page.ts';

const TIME_ZONE = 'Asia/Shanghai';

/** The types of a page's nodes; empty where it has no JSON-LD. */
export function typesOf(html: string): string[] {
  return readGraph(showPage(html)).map((node) => node['@type']);
}

/**
 * The differences between a page's JSON-LD and the page itself; empty where both say the same.
 * @throws ZodError where the JSON-LD is not as schema.org wants it
 */
export function dataFaults(html: string): string[] {
  const page = showPage(html);
  const canonical = attributeOf(find(page, 'link', 'rel', 'canonical'), 'href') ?? '';
  return readGraph(page).flatMap((node) => {
    const faults = [...valueFaults(node, page, canonical)];
    if (node['@type'] === 'PublicationIssue') faults.push(...issueFaults(node, page, canonical));
    if (node['@type'] === 'CollectionPage') faults.push(...listFaults(node, page, canonical));
    if (node['@type'] === 'BreadcrumbList') faults.push(...trailFaults(node, canonical));
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

/** The texts, numbers, days and addresses anywhere in a node that the page does not show. */
function valueFaults(node: object, page: ShownPage, canonical: string): string[] {
  const attributes = (name: string) =>
    page.elements.flatMap((each) => attributeOf(each, name) ?? []);
  const links = new Set(
    attributes('href').flatMap((href) =>
      URL.canParse(href, canonical) ? [href, new URL(href, canonical).href] : [],
    ),
  );
  const days = new Set(attributes('datetime'));
  const described = attributeOf(find(page, 'meta', 'name', 'description'), 'content');
  const shows = (text: string) => page.text.includes(squeeze(text));
  const isShown = (key: string, value: string): boolean => {
    // Nothing may be said of authors and rights.
    if (/^(author|creator|copyrightHolder)$/.test(key)) return false;
    if (/^@(type|context)$|^(position|numberOfItems|inLanguage|query-input)$/.test(key))
      return true;
    if (key === 'description') return shows(value) || value === described;
    if (key === 'issueNumber') return shows(`第${value}期`);
    // A page of one year of a list need not lead to the list itself.
    if (/^(url|@id)$/.test(key)) return links.has(value) || canonical.startsWith(`${value}/`);
    if (/^date/.test(key)) return days.has(dayOf(value)) || shows(dayOf(value));
    if (key === 'urlTemplate') {
      const field = attributeOf(find(page, 'input', 'type', 'search'), 'name');
      const action = attributeOf(find(page, 'form'), 'action');
      return value === `${new URL(canonical).origin}${action}?${field}={search_term_string}`;
    }
    return shows(value);
  };
  return Object.entries(node).flatMap(([key, value]) => {
    if (typeof value === 'object') {
      const inside = Array.isArray(value) ? value : [value];
      return inside.flatMap((each) => valueFaults(each, page, canonical));
    }
    return isShown(key, String(value)) ? [] : [`${key} ${value} is not shown`];
  });
}

/** Whether the issue's items are those of the page, in its order, each with its own sources and corrections. */
function issueFaults(node: IssueNode, page: ShownPage, canonical: string): string[] {
  const articles = page.elements.filter(({ tagName }) => tagName === 'article');
  const told = node.hasPart.map(({ headline, url, isBasedOn = [], correction = [] }) => ({
    headline,
    url,
    sources: isBasedOn.flatMap((report) =>
      [report.publisher.name, report.datePublished, report.url].filter(Boolean),
    ),
    corrections: correction.length,
  }));
  const shown = articles.map((article) => {
    const own = showElement(article);
    const sources = own.elements.flatMap((each) => {
      const href = attributeOf(each, 'href');
      if (attributeOf(each, 'rel') === 'external') return [href];
      return each.tagName === 'time' || href?.startsWith('/sources/') ? [textOf(each)] : [];
    });
    const isCorrection = (each: (typeof own.elements)[number]) =>
      attributeOf(each, 'class') === 'correction';
    return {
      headline: textOf(find(own, 'h3')),
      url: `${canonical}#${encodeURIComponent(attributeOf(article, 'id') ?? '')}`,
      sources,
      corrections: own.elements.filter(isCorrection).length,
    };
  });
  return [
    ...differences('url', node.url, canonical),
    ...differences('name', node.name, textOf(find(page, 'h1'))),
    ...differences('items', told, shown),
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

/** Whether the breadcrumb leads from the front page to this one. */
function trailFaults({ itemListElement: steps }: BreadcrumbsNode, canonical: string): string[] {
  const ends = [steps[0]?.item['@id'], steps.at(-1)?.item['@id']];
  const expected = [`${new URL(canonical).origin}/`, canonical];
  return [...differences('ends', ends, expected), ...orderFaults(steps)];
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

/** The day of an instant in the time zone of the publication; a day stays as it is. */
function dayOf(date: string): string {
  if (date.length === 10) return date;
  return new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(new Date(date));
}
