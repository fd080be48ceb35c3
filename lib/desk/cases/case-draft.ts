import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { spanOf } from '../acts/names/act-names.ts';
import type { CaseFact } from '../facts.ts';
import type { TimedSentence } from '../sentences.ts';
import type { Parties } from './parties/parties.ts';
import { isGroup } from './parties/party-names.ts';

/** What is read in one item. */
export type CaseInput = {
  sentences: readonly TimedSentence[];
  title: string;
  text: string;
  date: IsoDate;
};

/** A case while its clauses are read. */
export type Draft = CaseFact & {
  partsOf: Record<'plaintiffs' | 'defendants', 'title' | 'text'>;
  /** The two parties of a clause that does not say who sues. */
  pair: readonly string[];
  /** Who appeals, where the clause does not say on which side they are. */
  appellants: string[];
  /** Whether the parties are from a clause that says who sues whom. */
  hasSuit: boolean;
  /** Whether a hearing is scheduled. */
  isScheduled: boolean;
};

/** A case of which nothing is known. */
export function emptyCase(): CaseFact {
  return {
    name: undefined,
    plaintiffs: [],
    defendants: [],
    numbers: [],
    courts: [],
    state: undefined,
    steps: [],
    sums: [],
    sentences: [],
    clause: undefined,
  };
}

/** Begins a case at a clause, and adds it to those of the item. */
export function newCase(drafts: Draft[], clause: Clause | undefined): Draft {
  const draft: Draft = {
    ...emptyCase(),
    partsOf: { plaintiffs: 'title', defendants: 'title' },
    pair: [],
    appellants: [],
    hasSuit: false,
    isScheduled: false,
    clause: clause === undefined ? { part: 'text', start: 0, end: 0 } : spanOf(clause),
  };
  drafts.push(draft);
  return draft;
}

export function caseNamed(drafts: Draft[], name: string, clause: Clause): Draft {
  const known = drafts.find((draft) => draft.name !== undefined && isSameName(draft.name, name));
  if (known !== undefined) return known;
  // The first clauses of an item may speak of the case before they name it.
  const [only] = drafts;
  if (drafts.length === 1 && only?.name === undefined && only !== undefined) {
    only.name = name;
    return only;
  }
  const draft = newCase(drafts, clause);
  draft.name = name;
  return draft;
}

/** “岩韵坊”商标案 and “岩韵坊”商标侵权案 are one case. */
function isSameName(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => /“([^“”]{1,40})”/u.exec(name)?.[1] ?? name);
  return x === y;
}

/** Whether a side of a case is known. */
export function hasParties({ plaintiffs, defendants }: Sides): boolean {
  return plaintiffs.length + defendants.length > 0;
}

export type Sides = Pick<CaseFact, 'plaintiffs' | 'defendants'>;

/** Whether two suits have a plaintiff and a defendant in common, as far as both name them. */
export function isSameSuit(a: Sides, b: Sides): boolean {
  return (
    a.plaintiffs.length + a.defendants.length > 0 &&
    (shareName(a.plaintiffs, b.plaintiffs) ||
      a.plaintiffs.length === 0 ||
      b.plaintiffs.length === 0) &&
    (shareName(a.defendants, b.defendants) ||
      a.defendants.length === 0 ||
      b.defendants.length === 0)
  );
}

/** Whether two suits are between others: both sides are named, and they are not the same. */
export function isOtherSuit(a: Draft, b: Sides): boolean {
  const isOfTitle = a.partsOf.plaintiffs === 'title' && a.partsOf.defendants === 'title';
  // A title calls a party by another word than the text: 习题网站 is StudyPlume.
  const isSamePlaintiff = shareName(a.plaintiffs, b.plaintiffs);
  const isOtherPlaintiff =
    a.partsOf.plaintiffs === 'text' &&
    a.plaintiffs.length > 0 &&
    b.plaintiffs.length > 0 &&
    ![...a.plaintiffs, ...b.plaintiffs].some(isGroup) &&
    !isSamePlaintiff;
  if (isOtherPlaintiff && a.defendants.length === 0) return true;
  if (isSamePlaintiff || (isOfTitle && shareName(a.defendants, b.defendants))) return false;
  return (
    a.plaintiffs.length > 0 &&
    b.plaintiffs.length > 0 &&
    a.defendants.length > 0 &&
    b.defendants.length > 0 &&
    !isSameSuit(a, b) &&
    // 出版商对某公司的起诉 is the suit that a sentence after it tells by name.
    !(shareName(a.defendants, b.defendants) && a.plaintiffs.every(isGroup))
  );
}

export function shareName(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.some((other) => one.includes(other) || other.includes(one)));
}

/** Names in the text are more exact than those in the title, and names of persons than the noun of their group. */
export function addParties(draft: Draft, parties: Parties | undefined, clause: Clause): void {
  if (parties === undefined) return;
  if (parties.pair.length > 0) draft.pair = parties.pair;
  if (parties.appellants.length > 0) draft.appellants = parties.appellants;
  const group = groupIn(clause.text);
  if (group !== undefined && parties.plaintiffs.length > 0) draft.plaintiffGroup ??= group;
  if (parties.isSuit && !draft.hasSuit && !parties.isVague) {
    Object.assign(draft, {
      plaintiffs: parties.plaintiffs,
      defendants: parties.defendants,
      hasSuit: true,
    });
    draft.partsOf = { plaintiffs: clause.part, defendants: clause.part };
    return;
  }
  for (const side of ['plaintiffs', 'defendants'] as const) {
    const other = side === 'plaintiffs' ? draft.defendants : draft.plaintiffs;
    // 被告主张其服务器在境外: who is on the other side already is not on this one.
    const known = draft[side];
    const found = parties[side].filter((name) => !other.includes(name));
    if (found.length === 0) continue;
    const isVague =
      draft.partsOf[side] === 'title' &&
      clause.part === 'text' &&
      !parties.isVague &&
      !found.every(isGroup);
    if (
      known.length === 0 ||
      isVague ||
      (!parties.isVague && known.every(isGroup) && !found.some(isGroup))
    ) {
      draft[side] = found;
      draft.partsOf[side] = clause.part;
    } else if (
      parties.plaintiffs.length === 0 &&
      /被告|判处|均|获刑|获判|徒刑|拘役/u.test(clause.text) &&
      draft.plaintiffs.length === 0
    )
      draft[side] = [...new Set([...known, ...found])];
  }
}

const GROUP =
  /(?:涉案|等[^，、]{0,6}?)(作家|作者|画家|艺术家|插画师|漫画家|摄影师|音乐人|出版商|唱片公司|报社|媒体)/u;

/** The noun for plaintiffs who are named too: 涉案作家为甲和乙, 甲、乙等多名作家. */
function groupIn(text: string): string | undefined {
  return GROUP.exec(text)?.[1];
}
