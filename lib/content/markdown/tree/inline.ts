import type { PhrasingContent, Text } from 'mdast';
import type { Point } from 'unist';

/** Stands in `InlineText.text` for a node that is not text: a link, emphasis, an image, code, a line break. */
export const OPAQUE = '\uFFFC';

/** The text of a file, and the function from an offset in it to line and column. */
export type Locator = { readonly text: string; pointOf(offset: number): Point };

type Segment = { start: number; end: number; node: PhrasingContent; offsets?: Uint32Array };

/**
 * The children of a paragraph or heading as one string. Callers search it like any string, and cut it back into nodes.
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

  /** The nodes of `text.slice(start, end)`. Text nodes are cut; every other node is one character. */
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

  /** The node at `index`, unless it is a text node. */
  opaqueAt(index: number): PhrasingContent | undefined {
    const segment = this.#segmentAt(index);
    return segment === undefined || segment.node.type === 'text' ? undefined : segment.node;
  }

  /** The offset in the file of the character at `index`, or of the end of the text if there is none. */
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

/** The last segment that starts at `index` or before it. `segments` must be sorted by their starts. */
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

/** The most characters in the file for one of the text: `&CounterClockwiseContourIntegral;`, or `> ` 16 times. */
const LONGEST_GAP = 64;
const BLANKS = /\s*/y;

/**
 * The offset in the file of every character of a text node. The file has more characters than the node: the backslash
 * of an escape, the rest of a character reference, the indent of the next line.
 */
function alignOffsets(node: Text, file: string): Uint32Array {
  const start = node.position?.start.offset ?? 0;
  const last = Math.max(start, (node.position?.end.offset ?? start) - 1);
  const offsets = new Uint32Array(node.value.length);
  let offset = start;
  for (let index = 0; index < node.value.length; index += 1) {
    const char = node.value.charAt(index);
    BLANKS.lastIndex = offset;
    const from = /\s/.test(char) || !BLANKS.test(file) ? offset : BLANKS.lastIndex;
    const skipped = file.slice(from, Math.min(last + 1, from + LONGEST_GAP)).indexOf(char);
    if (skipped !== -1) offset = from + skipped;
    offsets[index] = Math.min(offset, last);
    offset += 1;
  }
  return offsets;
}
