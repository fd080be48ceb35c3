import type { RuleId } from '#lib/content/faults/rules.ts';
import { isMeantBy } from '#lib/desk/corrections/correct-cases.ts';
import { correctedFacts, listedNames } from '#lib/desk/corrections/corrected-facts.ts';
import type { ItemCorrection } from '#lib/desk/corrections/desk-entry.ts';
import type { DeskFacts } from '#lib/desk/facts.ts';
import { fold } from '#lib/site/fold.ts';

/** Something in an entry of `desk.yml` that does not fit. `at` is its place in the entry. */
export type Misfit = { rule: RuleId; reason: string; at: (string | number)[] };

/**
 * What in a correction does not fit what is read in its item.
 * @param facts what is read in the item without the correction
 * @param title the title of the item
 */
export function misfitsOf(correction: ItemCorrection, facts: DeskFacts, title: string): Misfit[] {
  const isRead = (names: readonly { name: string }[], wanted: string) =>
    names.some(({ name }) => fold(name) === fold(wanted));
  const { acts, mentioned, cases, events } = facts;
  const parts: Part[] = [
    ...correction.laws.map((law, index) => ({
      at: ['laws', index],
      only: { laws: [law] },
      name: law.name,
      was: law.was,
      isKnown: isRead([...acts, ...mentioned], law.was ?? law.name),
      missing: (law.steps ?? []).length === 0 ? 'steps' : undefined,
    })),
    ...correction.cases.map((each, index) => ({
      at: ['cases', index],
      only: { cases: [each] },
      name: each.name ?? 'case',
      was: each.was,
      isKnown: cases.some(isMeantBy(each, title)),
      missing: (each.steps ?? []).length === 0 ? 'steps' : undefined,
    })),
    ...correction.events.map((event, index) => ({
      at: ['events', index],
      only: { events: [event] },
      name: event.name,
      was: event.was,
      isKnown: isRead(events, event.was ?? event.name),
      missing: event.days === undefined ? 'days' : undefined,
    })),
    ...correction.hide.map((name, index) => ({
      at: ['hide', index],
      only: { hide: [name] },
      name,
      was: name,
      isKnown: isRead(
        listedNames(facts, title).map((each) => ({ name: each })),
        name,
      ),
      missing: undefined,
    })),
  ];
  const needless = correction.apart && cases.length === 0 ? [APART] : [];
  return [...parts.flatMap((part) => misfitOf(part, facts, title) ?? []), ...needless];
}

const APART: Misfit = {
  rule: 'desk-unfit',
  reason: 'Unexpected apart in an item in which no case is read, expected it to be taken out',
  at: ['apart'],
};

/** One law, case, event or hidden name of a correction. */
type Part = {
  at: Misfit['at'];
  /** The part as a correction of its own. */
  only: Partial<Pick<ItemCorrection, 'laws' | 'cases' | 'events' | 'hide'>>;
  name: string;
  /** The name under which it must be read, where the entry gives one. */
  was: string | undefined;
  /** Whether what it corrects is read. */
  isKnown: boolean;
  /** What it would need to be added, and does not have. */
  missing: string | undefined;
};

function misfitOf(part: Part, facts: DeskFacts, title: string): Misfit | undefined {
  const { at, only, name, was, isKnown, missing } = part;
  const names = [...new Set(listedNames(facts, title))].join('、');
  if (!isKnown && was !== undefined) {
    const expected = names === '' ? 'it to be taken out: nothing is read there' : `one of ${names}`;
    const reason = `Unexpected name ${was}, which is not read in the item, expected ${expected}`;
    return { rule: 'desk-unfit', reason, at };
  }
  if (!isKnown && missing !== undefined) {
    const read = names === '' ? '' : `, or one of the names that are read: ${names}`;
    const reason = `Unexpected ${name} without ${missing}, which is not read in the item, expected ${missing}${read}`;
    return { rule: 'registry-invalid', reason, at };
  }
  const nothing = { laws: [], cases: [], events: [], hide: [] };
  if (textOf(correctedFacts(facts, { ...nothing, ...only }, title)) !== textOf(facts))
    return undefined;
  const reason = `Unexpected correction of ${name}, which is read in this way anyway, expected it to be taken out`;
  return { rule: 'desk-unfit', reason, at };
}

/** Facts as text, whatever their order. */
function textOf({ acts, mentioned, cases, events }: DeskFacts): string {
  return [acts, mentioned, cases, events]
    .map((facts) =>
      facts
        .map((fact) => JSON.stringify(fact))
        .sort()
        .join('\n'),
    )
    .join('\n\n');
}
