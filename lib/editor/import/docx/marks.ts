import type { Element, ElementContent } from 'hast';
import { elementOf } from './element.ts';

/** An element around text. The same object around neighbours is one element around both. */
export type TextMark = Pick<Element, 'tagName' | 'properties'>;

/** A piece of text, a break or a picture, with all the marks around it. */
export type MarkedNode = { node: ElementContent; marks: readonly TextMark[] };

/** Where two marks are around the same pieces, the one that comes first here is the outer one. */
const ORDER = ['span', 's', 'em', 'strong', 'a', 'sup', 'sub', 'code', 'picture'];

/** A line as a tree, in which a mark is around as many pieces as it can. */
export function nestMarks(leaves: readonly MarkedNode[]): ElementContent[] {
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

function endOf(mark: TextMark, leaves: readonly MarkedNode[], from: number): number {
  let end = from;
  while (leaves[end]?.marks.includes(mark) === true) end += 1;
  return end;
}

function orderOf({ tagName }: TextMark): number {
  return ORDER.indexOf(tagName);
}
