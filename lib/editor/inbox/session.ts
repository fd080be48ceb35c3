import type { Candidate, Inbox } from './candidates/candidates.ts';
import { type Decision, type Since, stillNeeded } from './decisions/decision.ts';
import type { DecisionFile } from './decisions/decision-file.ts';
import type { Take } from './take.ts';

/** What became of a candidate in this session. */
export type State = 'open' | 'taken' | 'declined' | 'kept';

type Context = { inbox: Inbox; file: DecisionFile; take: Take; since: Since };

/** The last decision, as a sentence for the editor, and the function that undoes it. */
type Step = { candidates: readonly Candidate[]; before: State[]; undo: () => Promise<void> };

/**
 * The candidates as an editor goes through them. Each has a number that stays the same. A decision is on the disk
 * before its method returns, so whenever the process ends, nothing that was decided is lost.
 */
export class InboxSession {
  readonly inbox: Inbox;
  /** By their numbers, from 1 on: those of the stories, then those that are folded. */
  readonly candidates: readonly Candidate[];
  readonly #states = new Map<Candidate, State>();
  readonly #steps: Step[] = [];

  constructor(readonly context: Context) {
    this.inbox = context.inbox;
    this.candidates = [
      ...this.inbox.stories,
      ...this.inbox.folded.map(({ story }) => story),
    ].flat();
  }

  numberOf(candidate: Candidate): number {
    return this.candidates.indexOf(candidate) + 1;
  }

  stateOf(candidate: Candidate): State {
    return this.#states.get(candidate) ?? (candidate.kept ? 'kept' : 'open');
  }

  /** Whether a candidate may be taken or declined: what was kept still may. */
  isUndecided(candidate: Candidate): boolean {
    const state = this.stateOf(candidate);
    return state === 'open' || state === 'kept';
  }

  /** The next candidate in the list that an editor has not looked at; else the last before it. */
  after(candidate: Candidate): Candidate | undefined {
    const at = this.candidates.indexOf(candidate);
    const isNext = (each: Candidate) => each !== candidate && this.isUndecided(each);
    return (
      this.candidates.slice(at + 1).find(isNext) ?? this.candidates.slice(0, at).findLast(isNext)
    );
  }

  /** Whether there is something to undo. */
  get canUndo(): boolean {
    return this.#steps.length > 0;
  }

  /**
   * Makes an item of a candidate. Its decision is the item itself: an item that an editor deletes is a candidate again.
   * @returns what she should know of it
   */
  async take(candidate: Candidate, section: string | undefined): Promise<string[]> {
    const { notes, file, undo } = await this.context.take(candidate, section);
    this.#note([candidate], 'taken', undo);
    return [`“${candidate.title}” → ${file}`, ...notes];
  }

  async decline(candidates: readonly Candidate[]): Promise<void> {
    const { today } = this.context.since;
    await this.#decide(candidates, 'declined', (key) => ({ key, on: today, state: 'declined' }));
  }

  async keep(candidates: readonly Candidate[]): Promise<void> {
    const { today } = this.context.since;
    await this.#decide(candidates, 'kept', (key, { title, url, source, day }) => ({
      key,
      on: today,
      state: 'kept',
      title,
      url,
      source,
      ...(day === undefined ? {} : { day }),
    }));
  }

  /** Takes the last decision back. @returns the candidates that it was about; none where there is no decision left */
  async undo(): Promise<readonly Candidate[]> {
    const step = this.#steps.at(-1);
    if (step === undefined) return [];
    await step.undo();
    this.#steps.pop();
    step.candidates.forEach((candidate, at) => {
      this.#states.set(candidate, step.before[at] ?? 'open');
    });
    return step.candidates;
  }

  async #decide(
    candidates: readonly Candidate[],
    state: Decision['state'],
    decide: (key: string, candidate: Candidate) => Decision,
  ): Promise<void> {
    const before = new Map<string, Decision | undefined>();
    await this.#change((decisions) => {
      for (const candidate of candidates) {
        for (const key of [candidate.key, ...candidate.also]) before.set(key, decisions.get(key));
        // One line is enough to keep a report: its other addresses come with it.
        const keys = state === 'kept' ? [candidate.key] : [candidate.key, ...candidate.also];
        for (const key of keys) decisions.set(key, decide(key, candidate));
      }
    });
    this.#note(candidates, state, () =>
      this.#change((decisions) => {
        for (const [key, decision] of before) {
          if (decision === undefined) decisions.delete(key);
          else decisions.set(key, decision);
        }
      }),
    );
  }

  #change(edit: (decisions: Map<string, Decision>) => void): Promise<void> {
    return this.context.file.change((decisions) => {
      const needed = stillNeeded(decisions, this.context.since);
      edit(needed);
      return needed;
    });
  }

  #note(candidates: readonly Candidate[], state: State, undo: Step['undo']): void {
    const before = candidates.map((candidate) => this.stateOf(candidate));
    for (const candidate of candidates) this.#states.set(candidate, state);
    this.#steps.push({ candidates, before, undo });
  }
}
