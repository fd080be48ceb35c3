import type { Node, Point } from 'unist';
import { location } from 'vfile-location';
import { VFileMessage } from 'vfile-message';
import { type RuleId, rules } from './rules.ts';

/** Replaces the text from offset `start` to offset `end`, which is excluded, by `text`. */
export type Edit = { start: number; end: number; text: string };

/** More about a fault than its place and its sentence. */
type FaultDetails = {
  /** What stands in the file, and what to write there instead, if there is only one remedy. */
  actual?: string | undefined;
  expected?: string[];
  /** Another place that the fault is about, see `firstOccurrence`. */
  cause?: VFileMessage | undefined;
  /** Makes the edits of `npm run fix`, which alone calls it. No edits where it cannot be sure. */
  mend?: () => Edit[];
};

/**
 * The faults of one content file. Each is a `VFileMessage` with a point inside the file, a rule id
 * and `fatal: true` for an error or `false` for a warning.
 */
export class Diagnostics {
  readonly messages: VFileMessage[];
  readonly #mends = new Map<VFileMessage, () => Edit[]>();
  #text: string | (() => string);
  #places: ReturnType<typeof location> | undefined;

  /**
   * @param text the text of the file, or a function that reads it when the first fault needs its place
   * @param messages faults that are known already
   */
  constructor(
    readonly path: string,
    text: string | (() => string),
    messages: readonly VFileMessage[] = [],
  ) {
    this.messages = [...messages];
    this.#text = text;
  }

  get text(): string {
    if (typeof this.#text !== 'string') this.#text = this.#text();
    return this.#text;
  }

  /** Adds a fault. `at` is an offset in the text, a point, or a node, whose start counts. */
  report(
    rule: RuleId,
    reason: string,
    at: number | Point | Node,
    details: FaultDetails = {},
  ): VFileMessage {
    const message = new VFileMessage(reason, { place: this.pointOf(at), ruleId: rule });
    message.fatal = rules[rule].severity === 'error';
    message.file = this.path;
    if (details.actual !== undefined) message.actual = details.actual;
    if (details.expected !== undefined) message.expected = details.expected;
    if (details.cause !== undefined) message.cause = details.cause;
    if (details.mend !== undefined) this.#mends.set(message, details.mend);
    this.messages.push(message);
    return message;
  }

  /** The edits that mend a fault of this file. There are none if only a person can mend it. */
  editsFor(message: VFileMessage): Edit[] {
    return this.#mends.get(message)?.() ?? [];
  }

  pointOf(at: number | Point | Node): Point {
    if (typeof at === 'number') {
      const offset = Math.max(0, Math.min(at, this.text.length));
      this.#places ??= location(this.text);
      return this.#places.toPoint(offset) ?? FILE_START;
    }
    if ('line' in at) return { line: at.line, column: at.column, offset: at.offset };
    return at.position?.start ?? FILE_START;
  }

  /** A copy to which faults can be added without a change to this one. */
  copy(): Diagnostics {
    return this.#with(this.messages);
  }

  /** Only the faults of one rule; `undefined` if there are none. */
  only(rule: RuleId): Diagnostics | undefined {
    const messages = this.messages.filter(({ ruleId }) => ruleId === rule);
    return messages.length === 0 ? undefined : this.#with(messages);
  }

  #with(messages: readonly VFileMessage[]): Diagnostics {
    const other = new Diagnostics(this.path, this.#text, messages);
    for (const [message, mend] of this.#mends) other.#mends.set(message, mend);
    return other;
  }

  /** The faults in the order of their places. `messages` has them in the order in which they were found. */
  get inOrder(): VFileMessage[] {
    return this.messages.toSorted(
      (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    );
  }

  /** Whether an error has been reported so far. */
  get failed(): boolean {
    return this.messages.some((message) => message.fatal);
  }
}

const FILE_START: Point = { line: 1, column: 1, offset: 0 };

/** The sentence of a fault, with the other place that it is about, if there is one (`firstOccurrence`). */
export function wholeReason({ reason, cause }: VFileMessage): string {
  return cause instanceof VFileMessage ? `${reason}; ${cause.stack}` : reason;
}

/** The `cause` of a fault about something that may occur only once: it points to the first occurrence. */
export function firstOccurrence(path: string, reason: string, place: Point): VFileMessage {
  const message = new VFileMessage(reason, { place });
  message.file = path;
  // vfile-reporter prints the `stack` of a cause, which has no file name of its own.
  message.stack = `${reason} (${path}:${place.line}:${place.column})`;
  return message;
}
