import { RangeSetBuilder, type Text } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { BRACKET_LABEL, LINE_LABEL } from '#lib/content/attribution/source-words.ts';

/** Lines by what they begin with. The first that fits counts. */
const LINES: [start: RegExp, kind: string][] = [
  [/^##(?!#)/, 'section'],
  [/^###(?!#)/, 'item'],
  [/^\s{0,9}>\s{0,9}更正/, 'correction'],
  [/^\s{0,9}>/, 'quote'],
  [new RegExp(`^${LINE_LABEL}`, 'i'), 'attribution'],
];

/** What is coloured inside a line. */
const PARTS: [part: RegExp, kind: string][] = [
  [/^【[^【】]+】/g, 'item'],
  [/!?\[[^[\]]*\]\([^()\s]*\)/g, 'link'],
  [/https?:\/\/[^\s\u3000-\u9fff\uff00-\uffef()[\]<>]+/g, 'link'],
  [/\*\*[^*]+\*\*/g, 'strong'],
  [/\{#[\w-]+\}/g, 'id'],
  [new RegExp(`[（(]${BRACKET_LABEL}[^（）()]*[）)]`, 'gi'), 'attribution'],
];

const lineOf = new Map<string, Decoration>();
const markOf = new Map<string, Decoration>();

/** Colours the parts of the issue format. The text is only read: nothing of it is changed. */
export const colours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }

    update(update: ViewUpdate): void {
      // Elements that change below an input method make it lose what is being composed.
      if (update.view.composing) this.decorations = this.decorations.map(update.changes);
      else this.decorations = decorate(update.view);
    }
  },
  {
    decorations: ({ decorations }) => decorations,
    eventHandlers: {
      compositionend(_, view) {
        setTimeout(() => view.dispatch({}));
      },
    },
  },
);

function decorate(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const { doc } = view.state;
  const front = lastLineOfFrontMatter(doc);
  for (const { from, to } of view.visibleRanges) {
    for (let { number } = doc.lineAt(from); number <= doc.lines; number += 1) {
      const line = doc.line(number);
      if (line.from > to) break;
      if (number <= front) builder.add(line.from, line.from, lineWith('front'));
      else decorateLine(line, builder);
    }
  }
  return builder.finish();
}

function decorateLine(
  { from, text }: { from: number; text: string },
  builder: RangeSetBuilder<Decoration>,
): void {
  const kind = LINES.find(([start]) => start.test(text))?.[1];
  if (kind !== undefined) builder.add(from, from, lineWith(kind));
  const parts = PARTS.flatMap(([part, name]) =>
    Array.from(text.matchAll(part), ({ index, 0: { length } }) => ({ index, length, name })),
  ).sort((a, b) => a.index - b.index || b.length - a.length);
  for (const { index, length, name } of parts)
    builder.add(from + index, from + index + length, markWith(name));
}

/** The number of the line that closes the front matter; 0 where there is none. */
export function lastLineOfFrontMatter(doc: Text): number {
  if (!/^---(?!-)/.test(doc.line(1).text)) return 0;
  for (let number = 2; number <= doc.lines; number += 1)
    if (doc.line(number).text.startsWith('---')) return number;
  return 0;
}

function lineWith(kind: string): Decoration {
  const known = lineOf.get(kind) ?? Decoration.line({ class: `is-${kind}` });
  lineOf.set(kind, known);
  return known;
}

function markWith(kind: string): Decoration {
  const known = markOf.get(kind) ?? Decoration.mark({ class: `is-${kind}` });
  markOf.set(kind, known);
  return known;
}
