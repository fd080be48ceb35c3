import type { Element, ElementContent } from 'hast';
import { elementOf } from './element.ts';

/** An element around text. The same object around neighbours is one element around both. */
export type Mark = Pick<Element, 'tagName' | 'properties'>;

/** A piece of text, a break or a picture, with all the marks around it. */
export type Leaf = { node: ElementContent; marks: readonly Mark[] };

/** Where two marks are around the same pieces, the one that comes first here is the outer one. */
const ORDER = ['span', 's', 'em', 'strong', 'a', 'sup', 'sub', 'code', 'picture'];

/** A line as a tree, in which a mark is around as many pieces as it can. */
export function nestMarks(leaves: readonly Leaf[]): ElementContent[] {
  const nodes: ElementContent[] = [];
  for (let at = 0; at < leaves.length; ) {
    const leaf = leaves[at];
    if (leaf === undefined) break;
    const spans = leaf.marks.map((mark) => ({ mark, end: endOf(mark, leaves, at) }));
    const [outer] = spans.sort(
      (one, other) => other.end - one.end || orderOf(one.mark) - orderOf(other.mark),
    );
    if (outer === undefined) {
      nodes.push(leaf.node);
      at += 1;
      continue;
    }
    const { mark, end } = outer;
    const inside = leaves.slice(at, end).map(({ node, marks }) => ({
      node,
      marks: marks.filter((each) => each !== mark),
    }));
    const { tagName, properties } = mark;
    nodes.push(elementOf(tagName, nestMarks(inside), { ...properties }));
    at = end;
  }
  return nodes;
}

function endOf(mark: Mark, leaves: readonly Leaf[], from: number): number {
  let end = from;
  while (leaves[end]?.marks.includes(mark) === true) end += 1;
  return end;
}

function orderOf({ tagName }: Mark): number {
  return ORDER.indexOf(tagName);
}
