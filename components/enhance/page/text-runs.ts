/** Elements whose text is read by itself: what stands in two of them is never one word or sentence. */
const BLOCKS =
  'p,h1,h2,h3,h4,li,dt,dd,td,th,caption,blockquote,pre,figcaption,legend,label,button,option,summary,div,body,title';
/**
 * The texts in an element, in order. Each is a list of text nodes, because links, emphasis and places to break a line
 * cut the text of one block into several.
 * @param but a selector of elements that are left out, with all that is in them
 */
export function textRuns(root: Element, but: string): Text[][] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) =>
      node instanceof Element && node.matches(but)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  });
  const runs: Text[][] = [];
  let block: Element | null | undefined;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const own = node.parentElement?.closest(BLOCKS) ?? null;
    if (own !== block) runs.push([]);
    block = own;
    runs.at(-1)?.push(node);
  }
  return runs;
}

/** The text of several text nodes together. */
export function textOf(run: readonly Text[]): string {
  return run.map(({ data }) => data).join('');
}
