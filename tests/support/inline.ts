import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { hashSource, type Inline, inlineOf } from '#lib/publish/host-files/content-policy.ts';

/** Types of script for which a browser asks the page's policy; a script of any other type is data. */
const RUNS = /^(|module|speculationrules)$/;

/** The hashes of inline styles and scripts that a page's policy must allow, read from the page itself. */
export function readInline(html: string): Inline {
  const found: Inline = { styles: [], scripts: [], manifest: false };
  const visit = (parent: DefaultTreeAdapterTypes.ParentNode) => {
    for (const node of parent.childNodes) {
      if (!('tagName' in node)) continue;
      const value = (name: string) => node.attrs.find((attr) => attr.name === name)?.value;
      if (node.tagName === 'style') found.styles.push(hashSource(textOf(node)));
      if (node.tagName === 'link' && value('rel') === 'manifest') found.manifest = true;
      const runs = node.tagName === 'script' && RUNS.test(value('type') ?? '');
      if (runs && value('src') === undefined) found.scripts.push(hashSource(textOf(node)));
      visit(node);
    }
  };
  visit(parse(html));
  return found;
}

/** For pages without inline styles and scripts. */
export const nothingInline = () => inlineOf('', []);

function textOf({ childNodes }: DefaultTreeAdapterTypes.Element): string {
  return childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}
