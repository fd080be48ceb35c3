import type { Node, Point } from 'unist';
import { location } from 'vfile-location';
import { VFileMessage } from 'vfile-message';
import { type RuleId, rules } from './rules.ts';

/** Text to put in the place of what stands from one offset to another. */
export type Edit = { start: number; end: number; text: string };

/** What stands in the file at a fault, and what to put there instead, where one thing mends it. */
type Details = {
  actual?: string | undefined;
  expected?: string[];
  cause?: VFileMessage | undefined;
  /** What `npm run fix` does about it; reckoned only then. None where it cannot be sure. */
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
   * @param text the file's, or what reads it where a fault is to have its place
   * @param messages the faults that are known already
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

  /** Adds a fault. `at` is an offset into the text, a point, or a node whose start is meant. */
  report(
    rule: RuleId,
    reason: string,
    at: number | Point | Node,
    details: Details = {},
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

  /** The edits that mend a fault of this file; none where a person must. */
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

  /** The same faults in a list of its own, to which more can be added. */
  copy(): Diagnostics {
    return this.#with(this.messages);
  }

  /** The faults of one rule alone; `undefined` where there are none. */
  only(rule: RuleId): Diagnostics | undefined {
    const messages = this.messages.filter(({ ruleId }) => ruleId === rule);
    return messages.length === 0 ? undefined : this.#with(messages);
  }

  #with(messages: readonly VFileMessage[]): Diagnostics {
    const other = new Diagnostics(this.path, this.#text, messages);
    for (const [message, mend] of this.#mends) other.#mends.set(message, mend);
    return other;
  }

  /** The faults in the order of their places: they were found by one rule after another. */
  get inOrder(): VFileMessage[] {
    return this.messages.toSorted(
      (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    );
  }

  /** Whether one of the faults so far is an error. */
  get failed(): boolean {
    return this.messages.some((message) => message.fatal);
  }
}

const FILE_START: Point = { line: 1, column: 1, offset: 0 };

/** What a fault says, with the place that it points at: the first occurrence of what stands there again. */
export function wholeReason({ reason, cause }: VFileMessage): string {
  return cause instanceof VFileMessage ? `${reason}; ${cause.stack}` : reason;
}

/** A message that only points at another place: the first occurrence of what stands here again. */
export function firstOccurrence(path: string, reason: string, place: Point): VFileMessage {
  const message = new VFileMessage(reason, { place });
  message.file = path;
  // vfile-reporter prints a cause by its `stack`, which names no file unless we put it there.
  message.stack = `${reason} (${path}:${place.line}:${place.column})`;
  return message;
}
