import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { CaseFact } from '../facts.ts';
import type { TimedSentence } from '../sentences.ts';
import { isAskedIn } from './asked.ts';
import {
  type CaseInput,
  caseNamed,
  type Draft,
  hasParties,
  isOtherSuit,
  isSameSuit,
  newCase,
} from './case-draft.ts';
import {
  isBackground,
  isBatch,
  isCrossSuit,
  isNextCase,
  isOfAnother,
  isOfThisCase,
  isOneMoreSuit,
  namedCasesIn,
} from './mentions.ts';
import { introducedIn } from './parties/introduced.ts';
import { type Parties, partiesIn } from './parties/parties.ts';
import { readClause } from './read-clause.ts';
import {
  isOfOtherCourt,
  isSuitAgainstOther,
  isSuitOfOther,
  nextDefendantIn,
  plaintiffsOfAll,
  suesEach,
  tellsSeveral,
} from './several-cases.ts';

type Named = ReturnType<typeof namedCasesIn>;

/** Reads the cases of one item, sentence by sentence. A clause belongs to the case that was begun last before it. */
export class CaseReader {
  readonly drafts: Draft[] = [];
  /** Cases of one more plaintiff. They count only if the defendant is read too. */
  readonly unsure = new Set<Draft>();
  readonly isBatch: boolean;
  readonly #input: CaseInput;
  readonly #isSeveral: boolean;
  /** The one plaintiff of several cases. */
  readonly #plaintiffs: string[];
  readonly #introduced: readonly string[];
  #current: Draft | undefined;
  /** The cases of one plaintiff against several defendants. */
  #each: readonly Draft[] = [];
  /** What the item says of all its cases before it names the first: 12月17日对三起案件一审宣判. */
  #stepsOfAll: CaseFact['steps'] = [];
  /** The court that the item named last: 该院. */
  #lastCourt: string | undefined;

  constructor(input: CaseInput) {
    this.#input = input;
    this.#introduced = introducedIn(input);
    this.isBatch = isBatch(input);
    this.#isSeveral = !this.isBatch && tellsSeveral(input);
    this.#plaintiffs = this.#isSeveral ? plaintiffsOfAll(input) : [];
  }

  readSentence(sentence: TimedSentence): void {
    // The title of an item about several cases names what they have in common: 两起“AI模仿”案.
    const isOfAll = this.#isSeveral && sentence.part === 'title';
    const named = isOfAll ? [] : namedCasesIn(sentence);
    if (named.length > 1 && /均|都|全部/u.test(sentence.masked)) {
      this.#readAllNamed(named, sentence);
      return;
    }
    // In a batch a sentence that names no case and points to none is about the batch.
    if (this.isBatch && named.length === 0 && !isOfThisCase(sentence)) return;
    const isNext = this.#beginCase(sentence);
    let isAsked = false;
    for (const clause of sentence.clauses) {
      const name = named.find((each) => each.clause === clause)?.name;
      if (name === undefined && this.isBatch && sentence.part === 'title') continue;
      if (name === undefined && !isNext && isBackground(clause)) continue;
      const parties = partiesIn(clause, sentence.references, this.#introduced);
      if (parties !== undefined && parties.defendants.length > 1 && suesEach(clause)) {
        this.#beginEach(clause, sentence, parties);
        continue;
      }
      if (this.#each.length > 0) {
        this.#current = this.#each.find(({ defendants }) =>
          clause.text.includes(defendants.join()),
        );
        if (this.#current === undefined) continue;
      }
      if (name !== undefined) this.#current = caseNamed(this.drafts, name, clause);
      else if (parties?.isSuit === true && !this.isBatch && !isNext) this.#turnTo(parties, clause);
      if (this.#current !== undefined && isCrossSuit(clause)) this.#beginOneMore(clause, []);
      else if (
        this.#current?.partsOf.plaintiffs === 'text' &&
        (isOneMoreSuit(clause) || isSuitOfOther(this.#current, parties, clause))
      )
        this.#beginOneMore(clause, this.#current.defendants);
      if (this.#current === undefined && this.isBatch) continue;
      this.#current ??= newCase(this.drafts, clause);
      isAsked = isAskedIn(clause.masked, isAsked);
      this.#read(clause, sentence, this.#current, { isAsked, parties });
      this.#lastCourt = lastCourtIn(clause, sentence) ?? this.#lastCourt;
    }
  }

  /** A sentence about all the cases that it names: 两案均已生效. */
  #readAllNamed(named: Named, sentence: TimedSentence): void {
    for (const { name, clause } of named) {
      const draft = caseNamed(this.drafts, name, clause);
      for (const each of sentence.clauses) {
        const parties = partiesIn(each, sentence.references, this.#introduced);
        this.#read(each, sentence, draft, { isAsked: false, parties });
      }
    }
  }

  /** Begins another case where the first words of a sentence say so. @returns whether they number it: 另一起 */
  #beginCase(sentence: TimedSentence): boolean {
    const [first] = sentence.clauses;
    // In an item about several courts, a sentence that begins with another court tells another case.
    if (this.#isSeveral && this.#current && isOfOtherCourt(this.#current, sentence))
      this.#current = newCase(this.drafts, first);
    if (this.drafts.length > 0 && isOfAnother(sentence)) this.#beginOneMore(first, []);
    const defendant = this.#plaintiffs.length > 0 ? nextDefendantIn(sentence) : undefined;
    if (defendant !== undefined) {
      if (this.#current === undefined || hasParties(this.#current))
        this.#current = newCase(this.drafts, first);
      Object.assign(this.#current, { plaintiffs: this.#plaintiffs, defendants: [defendant] });
    }
    const isNext = !this.isBatch && sentence.part === 'text' && isNextCase(sentence);
    if (isNext && this.drafts.length > 0) this.#current = newCase(this.drafts, first);
    return isNext;
  }

  /** Goes on with the case between some parties, or begins it. */
  #turnTo(parties: Parties, clause: Clause): void {
    const current = this.#current;
    if (this.#isSeveral && current !== undefined && !hasParties(current))
      this.#stepsOfAll = current.steps.filter(({ step }) => step !== '判决');
    const known = this.drafts.find((draft) => isSameSuit(draft, parties));
    if (known !== undefined) this.#current = known;
    else if (
      current !== undefined &&
      (isOtherSuit(current, parties) || isSuitAgainstOther(current, parties, clause))
    ) {
      this.#current = newCase(this.drafts, clause);
      this.#current.steps.push(...this.#stepsOfAll);
    }
  }

  /** One case for each defendant. From here on a clause belongs to the one whose defendant it names. */
  #beginEach(clause: Clause, sentence: TimedSentence, parties: Parties): void {
    this.#each = parties.defendants.map((defendant) => {
      const draft = newCase(this.drafts, clause);
      this.#read(clause, sentence, draft, {
        isAsked: false,
        parties: { ...parties, defendants: [defendant] },
      });
      return draft;
    });
  }

  #beginOneMore(clause: Clause | undefined, defendants: readonly string[]): void {
    this.#current = newCase(this.drafts, clause);
    this.#current.defendants = [...defendants];
    this.unsure.add(this.#current);
  }

  #read(
    clause: Clause,
    sentence: TimedSentence,
    draft: Draft,
    read: { isAsked: boolean; parties: Parties | undefined },
  ): void {
    readClause(clause, sentence, this.#input, draft, { ...read, lastCourt: this.#lastCourt });
  }
}

function lastCourtIn({ part, end }: Clause, { references }: TimedSentence): string | undefined {
  const last = references.findLast(
    ({ kind, span }) => kind === 'court' && span.part === part && span.end <= end,
  );
  return last?.kind === 'court' ? last.name : undefined;
}
