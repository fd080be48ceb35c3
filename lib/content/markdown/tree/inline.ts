import type { PhrasingContent, Text } from 'mdast';
import type { Point } from 'unist';

/** Stands in `InlineText.text` for what is not text: a link, emphasis, an image, code, a break. */
export const OPAQUE = '\uFFFC';

/** The text of a file and the point of each offset in it. */
export type Locator = { readonly text: string; pointOf(offset: number): Point };

type Segment = { start: number; end: number; node: PhrasingContent; offsets?: Uint32Array };

/**
 * The children of a paragraph or heading as one string, so that brackets can be found with plain
 * string work and the string be cut back into nodes.
 */
export class InlineText {
  readonly text: string;
  readonly #segments: Segment[] = [];

  constructor(
    children: readonly PhrasingContent[],
    readonly locator: Locator,
  ) {
    let text = '';
    for (const node of children) {
      const start = text.length;
      text += node.type === 'text' ? node.value : OPAQUE;
      this.#segments.push({ start, end: text.length, node });
    }
    this.text = text;
  }

  /** The nodes of `text.slice(start, end)`; text nodes are cut, all others are one character long. */
  slice(start: number, end: number = this.text.length): PhrasingContent[] {
    const nodes: PhrasingContent[] = [];
    for (let index = indexAt(this.#segments, start); index < this.#segments.length; index += 1) {
      const segment = this.#segments[index];
      if (segment === undefined || segment.start >= end) break;
      const from = Math.max(start, segment.start);
      const to = Math.min(end, segment.end);
      if (from >= to) continue;
      if (segment.node.type !== 'text') nodes.push(segment.node);
      else if (from === segment.start && to === segment.end) nodes.push(segment.node);
      else nodes.push(this.#cut(segment.node, segment.start, from, to));
    }
    return nodes;
  }

  /** The node, not a text, that stands at `index`. */
  opaqueAt(index: number): PhrasingContent | undefined {
    const segment = this.#segmentAt(index);
    return segment === undefined || segment.node.type === 'text' ? undefined : segment.node;
  }

  /** The offset in the file of the character at `index`, or of the end of the text. */
  offsetAt(index: number): number {
    const segment = this.#segmentAt(index);
    if (segment === undefined) return this.#segments.at(-1)?.node.position?.end.offset ?? 0;
    const start = segment.node.position?.start.offset ?? 0;
    if (segment.node.type !== 'text') return start;
    segment.offsets ??= alignOffsets(segment.node, this.locator.text);
    return segment.offsets[index - segment.start] ?? start;
  }

  #cut(node: Text, segmentStart: number, from: number, to: number): Text {
    const start = this.locator.pointOf(this.offsetAt(from));
    const end = this.locator.pointOf(this.offsetAt(to - 1) + 1);
    const value = node.value.slice(from - segmentStart, to - segmentStart);
    return { type: 'text', value, position: { start, end } };
  }

  #segmentAt(index: number): Segment | undefined {
    const segment = segmentAt(this.#segments, index);
    return segment !== undefined && index < segment.end ? segment : undefined;
  }
}

/** The last of some segments, sorted by their starts, that starts at an index or before it. */
export function segmentAt<Segment extends { start: number }>(
  segments: readonly Segment[],
  index: number,
): Segment | undefined {
  return segments[0] !== undefined && segments[0].start <= index
    ? segments[indexAt(segments, index)]
    : undefined;
}

function indexAt(segments: readonly { start: number }[], index: number): number {
  let [low, high] = [0, segments.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.start ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How long the source of one character can be, blanks aside: `&CounterClockwiseContourIntegral;`, or `> ` 16 times. */
const LONGEST_GAP = 64;
const BLANKS = /\s*/y;

/**
 * The offset in the file of every character of a text node. The file may hold more than the node: the
 * backslash of an escape, the rest of a character reference, the indent of a continued line.
 */
function alignOffsets(node: Text, source: string): Uint32Array {
  const start = node.position?.start.offset ?? 0;
  const last = Math.max(start, (node.position?.end.offset ?? start) - 1);
  const offsets = new Uint32Array(node.value.length);
  let offset = start;
  for (let index = 0; index < node.value.length; index += 1) {
    const char = node.value.charAt(index);
    BLANKS.lastIndex = offset;
    const from = /\s/.test(char) || !BLANKS.test(source) ? offset : BLANKS.lastIndex;
    const found = source.slice(from, Math.min(last + 1, from + LONGEST_GAP)).indexOf(char);
    if (found !== -1) offset = from + found;
    offsets[index] = Math.min(offset, last);
    offset += 1;
  }
  return offsets;
}
