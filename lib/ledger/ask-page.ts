import { setTimeout as wait } from 'node:timers/promises';
import type { LedgerRecord } from '#lib/content/ledger/record.ts';
import type { Answer } from './answers/answer.ts';
import { type ReadArticleText, type Response, readAnswer } from './answers/read-answer.ts';
import type { HostCourse } from './by-host.ts';
import { type HostRules, hostRules } from './robots.ts';

/** What came of one request. `retryAfter` is in ms. */
export type Fetched =
  | (Response & { kind: 'response'; text: string; retryAfter: number | undefined })
  | { kind: 'no-host' }
  /** No answer, or one that cannot be read: `why` is a word such as timeout. */
  | { kind: 'none'; why: string; again: boolean };

export type Fetch = (url: string, signal: AbortSignal) => Promise<Fetched>;

/** How often a page is asked whose host asks us to come later, and the longest wait between two tries, in ms. */
const TRIES = 3;
const LONGEST_WAIT = 60_000;
/** A host that gave no answer so many times one after the other is left for today. */
const PATIENCE = 2;

/** What is known of a host in this run. */
type Host = { rules: Promise<HostRules | Fetched>; failures: number };

/** Asks pages, politely: what robots.txt allows, with pauses, and again after a while where a host is busy. */
export class PageAsker {
  readonly #hosts = new Map<string, Host>();

  /** @param pause between two requests to a host, in ms; the first wait before a page is asked again is twice as long */
  constructor(
    readonly fetch: Fetch,
    readonly readArticle: ReadArticleText,
    readonly pause: number,
  ) {}

  /** Asks for one page. @throws DOMException when `signal` stops it */
  async ask(
    url: string,
    record: LedgerRecord | undefined,
    signal: AbortSignal,
  ): Promise<{ answer: Answer; course: HostCourse }> {
    const host = this.#hostOf(url, signal);
    const rules = await host.rules;
    if ('kind' in rules) {
      const answer = rules.kind === 'none' ? { kind: 'untold' as const, why: rules.why } : NO_HOST;
      return { answer, course: 'leave the host' };
    }
    if (!rules.allows(url)) {
      return { answer: { kind: 'untold', why: 'robots' }, course: 'go on' };
    }
    await wait(Math.max(this.pause, rules.crawlDelay), undefined, { signal });
    const fetched = await this.#fetchPatiently(url, signal);
    host.failures = isPutOff(fetched) ? host.failures + 1 : 0;
    const busy = fetched.kind === 'response' && fetched.status === 429;
    return {
      answer: this.#answerOf(url, fetched, record),
      course: busy || host.failures >= PATIENCE ? 'leave the host' : 'go on',
    };
  }

  #answerOf(url: string, fetched: Fetched, record: LedgerRecord | undefined): Answer {
    if (fetched.kind === 'no-host') return NO_HOST;
    if (fetched.kind === 'none') return { kind: 'untold', why: fetched.why };
    return readAnswer(url, fetched, this.readArticle, record?.print);
  }

  #hostOf(url: string, signal: AbortSignal): Host {
    const { origin } = new URL(url);
    const known = this.#hosts.get(origin);
    if (known !== undefined) return known;
    const host = { rules: this.#readRules(origin, signal), failures: 0 };
    this.#hosts.set(origin, host);
    return host;
  }

  async #readRules(origin: string, signal: AbortSignal): Promise<HostRules | Fetched> {
    const address = `${origin}/robots.txt`;
    const fetched = await this.fetch(address, signal);
    return fetched.kind === 'response' ? hostRules(address, fetched) : fetched;
  }

  /** Asks again, after a pause that grows, where an answer only puts us off. */
  async #fetchPatiently(url: string, signal: AbortSignal): Promise<Fetched> {
    for (let tries = 1; ; tries += 1) {
      const fetched = await this.fetch(url, signal);
      if (!isPutOff(fetched) || tries === TRIES) return fetched;
      const asked = fetched.kind === 'response' ? fetched.retryAfter : undefined;
      const delay = Math.max(this.pause * 2 ** tries, asked ?? 0);
      if (delay > LONGEST_WAIT) return fetched;
      await wait(delay, undefined, { signal });
    }
  }
}

const NO_HOST: Answer = { kind: 'no-host' };

/** Whether the same request may be answered in a while: 429, 5xx, or no answer. */
function isPutOff(fetched: Fetched): boolean {
  if (fetched.kind === 'none') return fetched.again;
  return fetched.kind === 'response' && (fetched.status === 429 || fetched.status >= 500);
}
