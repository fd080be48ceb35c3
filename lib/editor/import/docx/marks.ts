import type { Element, ElementContent } from 'hast';
import { elementOf } from './element.ts';

/** An element around text, such as `strong`. Neighbours that share one mark object stand in one element. */
export type TextMark = Pick<Element, 'tagName' | 'properties'>;

/** A piece of text, a break or a picture, with all the marks around it. */
export type MarkedNode = { node: ElementContent; marks: readonly TextMark[] };

/** Where two marks are around the same pieces, the one that comes first here is the outer one. */
const ORDER = ['span', 's', 'em', 'strong', 'a', 'sup', 'sub', 'code', 'picture'];

/** The tree of a paragraph. Each mark is an element around as many neighbouring pieces as possible. */
export function nestMarks(pieces: readonly MarkedNode[]): ElementContent[] {
  const nodes: ElementContent[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at];
    if (piece === undefined) break;
    const spans = piece.marks.map((mark) => ({ mark, end: endOf(mark, pieces, at) }));
    const [outer] = spans.sort(
      (one, other) => other.end - one.end || orderOf(one.mark) - orderOf(other.mark),
    );
    if (outer === undefined) {
      nodes.push(piece.node);
      at += 1;
      continue;
    }
    const { mark, end } = outer;
    const inside = pieces.slice(at, end).map(({ node, marks }) => ({
      node,
      marks: marks.filter((each) => each !== mark),
    }));
    const { tagName, properties } = mark;
    nodes.push(elementOf(tagName, nestMarks(inside), { ...properties }));
    at = end;
  }
  return nodes;
}

function endOf(mark: TextMark, pieces: readonly MarkedNode[], from: number): number {
  let end = from;
  while (pieces[end]?.marks.includes(mark) === true) end += 1;
  return end;
}

function orderOf({ tagName }: TextMark): number {
  return ORDER.indexOf(tagName);
}
