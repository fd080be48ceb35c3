import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** What `verify` checks in a page: its canonical address, the absolute addresses of its links, and its ids. */
export type ReadPage = { canonical: string | undefined; links: string[]; ids: ReadonlySet<string> };

/** Reads the page at `url`. Links with other schemes than http and https are left out. */
export function readPage(html: string, url: string): ReadPage {
  const links: string[] = [];
  const ids = new Set<string>();
  let canonical: string | undefined;
  const visit = (parent: DefaultTreeAdapterTypes.ParentNode) => {
    for (const node of parent.childNodes) {
      if (!('tagName' in node)) continue;
      const value = (name: string) => node.attrs.find((attr) => attr.name === name)?.value;
      const address = value('href') ?? value('src');
      const id = value('id');
      if (id !== undefined) ids.add(id);
      if (value('rel') === 'canonical') canonical = address;
      else if (address !== undefined && URL.canParse(address, url)) {
        const { href, protocol } = new URL(address, url);
        if (/^https?:$/.test(protocol)) links.push(href);
      }
      visit(node);
    }
  };
  visit(parse(html));
  return { canonical, links, ids };
}
