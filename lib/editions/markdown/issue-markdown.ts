import type { PhrasingContent, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { stringify } from 'yaml';
import type { Attribution, Issue, Item } from '#lib/content/issue.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { ownTitle, type Site } from '#lib/site/site.ts';
import { htmlBlocks } from './html-blocks.ts';
import { writeBlocks } from './write-block.ts';
import { type ItemText, writeIssue } from './write-issue.ts';

/**
 * Writes an issue in the Markdown of issue files: `parseIssue` reads it back as the same issue. The addresses of links
 * and pictures are absolute.
 */
export function issueMarkdown(issue: Issue, site: Pick<Site, 'name' | 'origin'>): string {
  const { date, number, summary, editor, draft, lead, sections } = issue;
  const url = absoluteUrl(site.origin, paths.issue(date));
  const title = ownTitle(site, issue);
  const fields = { date, number, title, summary, editor, ...(draft ? { draft } : {}) };
  const blocksOf = (html: string) => {
    const blocks = absolute(htmlBlocks(html), url);
    return blocks.length === 0 ? [] : [writeBlocks(blocks)];
  };
  const itemOf = ({ id, title: itemTitle, html, attributions }: Item): ItemText => ({
    title: `${lineOf(itemTitle)} {#${id}}`,
    body: blocksOf(html.__html),
    ...(attributions.length === 0 ? {} : { source: sourceLine(attributions) }),
  });
  return writeIssue({
    front: [`# ${url}`, frontOf(fields)],
    lead: blocksOf(lead.__html),
    sections: sections.map(({ section, items }) => ({
      name: lineOf(section.name),
      items: items.map(itemOf),
    })),
  });
}

/** The front matter. `<` is escaped, because a program without front matter shows it as Markdown with HTML in it. */
function frontOf(fields: Record<string, unknown>): string {
  const plain = stringify(fields, { lineWidth: 0 }).trimEnd();
  if (!plain.includes('<')) return plain;
  const quoted = stringify(fields, {
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  });
  return quoted.trimEnd().replaceAll('<', '\\u003c');
}

/** Makes the addresses of links and pictures absolute, as far as they are addresses. */
function absolute(blocks: RootContent[], base: string): RootContent[] {
  visit({ type: 'root', children: blocks }, ['link', 'image'], (node) => {
    if (!('url' in node) || URL.canParse(node.url) || !URL.canParse(node.url, base)) return;
    node.url = new URL(node.url, base).href;
  });
  return blocks;
}

/** A text as Markdown has it in a heading. */
function lineOf(text: string): string {
  return writeBlocks([
    { type: 'heading', depth: 3, children: [{ type: 'text', value: text }] },
  ]).replace(/^### /, '');
}

const LABEL = '来源：';

/** The attribution without its label 来源：. */
function sourceLine(attributions: readonly Attribution[]): string {
  const children = attributions.flatMap((each, index): PhrasingContent[] => [
    { type: 'text', value: index === 0 ? LABEL : '、' },
    ...sourceOf(each),
  ]);
  return writeBlocks([{ type: 'paragraph', children }]).slice(LABEL.length);
}

function sourceOf({ source: { name }, url, date }: Attribution): PhrasingContent[] {
  const day: PhrasingContent[] = date === undefined ? [] : [{ type: 'text', value: ` ${date}` }];
  const text = (value: string): PhrasingContent => ({ type: 'text', value });
  if (url === undefined) return [text(name), ...day];
  // The parser would read a name such as `Foo: Bar` as an address.
  if (URL.canParse(name)) {
    return [text(`${name}（`), { type: 'link', url, children: [text('原文')] }, text('）'), ...day];
  }
  return [{ type: 'link', url, children: [text(name)] }, ...day];
}
