import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from 'parse5';

/** The text of some HTML as a browser's `textContent` gives it. */
export function textOf(html: string): string {
  const write = (parent: DefaultTreeAdapterTypes.ParentNode): string =>
    parent.childNodes
      .map((node) => {
        if (defaultTreeAdapter.isTextNode(node)) return node.value;
        return defaultTreeAdapter.isElementNode(node) ? write(node) : '';
      })
      .join('');
  return write(parseFragment(html));
}

/** Every element below a node, in their order. */
export function elementsOf(
  parent: DefaultTreeAdapterTypes.ParentNode,
): DefaultTreeAdapterTypes.Element[] {
  return parent.childNodes.flatMap((node) =>
    defaultTreeAdapter.isElementNode(node) ? [node, ...elementsOf(node)] : [],
  );
}

/** A text without any blank, for comparisons across forms that break lines differently. */
export function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}
