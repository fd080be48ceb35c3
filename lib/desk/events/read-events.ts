import type { Clause } from '#lib/references/clauses/clauses.ts';
import { resolve } from '#lib/references/clauses/resolve-times.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { spanOf } from '../acts/names/act-names.ts';
import type { ActFact, EventFact } from '../facts.ts';
import { deadlineIn } from './deadlines/deadlines.ts';
import { isPlanned, yearBasis } from './event-days.ts';
import type { EventInput, FoundEvent } from './event-input.ts';
import { hearingIn, publicHearingIn } from './hearings.ts';
import { isSameName, joined } from './join-occurrences.ts';
import type { Candidate } from './names/candidates.ts';
import { type Occurrence, occurrencesIn } from './names/named-events.ts';
import { termsIn } from './terms-of-service.ts';

/** Reads the events that an item names, each once, in the order of the text. An event without a day is none. */
export function readEvents(input: EventInput): EventFact[] {
  const events: EventFact[] = [...daysOfActs(input.acts)];
  const named: Candidate[] = [];
  const occurrences: Occurrence[] = [];
  for (const sentence of input.sentences) {
    /** Where the times of deadlines, hearings and terms stand: no other event is held then. */
    const taken = new Set<number>();
    for (const clause of sentence.times.length > 0 ? sentence.clauses : []) {
      const found =
        deadlineIn(clause, sentence, input, named) ??
        hearingIn(clause, sentence, input) ??
        publicHearingIn(clause, sentence, input) ??
        termsIn(clause, sentence, input);
      if (found === undefined) continue;
      taken.add(found.time.start);
      events.push(...dated(found, clause, input.date));
    }
    const own = occurrencesIn(sentence, named, occurrences, input.date);
    occurrences.push(...own.filter(({ time }) => !taken.has(time.start)));
  }
  return withoutRepeats([...events, ...joined(occurrences, input.date)]);
}

/** An event for each act that comes into force, wholly or in part: 著作权法施行, on that day. */
function daysOfActs(acts: readonly ActFact[]): EventFact[] {
  return acts.flatMap(({ name, step, part, day, clause }) => {
    if ((step !== 'in force' && step !== 'partly in force') || day === undefined) return [];
    const label =
      step === 'in force'
        ? `${name}施行`
        : `${name}${part?.startsWith('第') === true ? part : '部分'}施行`;
    return [{ name: label, kind: 'in force', from: day, to: day, year: 'written', clause }];
  });
}

function dated({ name, kind, time }: FoundEvent, clause: Clause, date: IsoDate): EventFact[] {
  const days = resolve(time, date, isPlanned(clause, time) ? 'planned' : 'coming');
  if (days === undefined || days.to.length < 10) return [];
  const from = kind === 'deadline' ? undefined : days.from;
  return [{ name, kind, from, to: days.to, year: yearBasis(time), clause: spanOf(clause) }];
}

/**
 * Whether two papers that apply from one day are one. An act and its articles are read as acts: a second name, 新规定, is
 * no second event. A contract of a platform is another paper.
 */
function isSamePaper(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => name.replace(/(?:施行|生效)$/u, ''));
  if (x === undefined || y === undefined) return true;
  const isContract = [x, y].some((name) => /(?:协议|条款|隐私政策|合约|合同|授权书)$/u.test(name));
  return !isContract || x.includes(y) || y.includes(x);
}

function withoutRepeats(events: readonly EventFact[]): EventFact[] {
  const found: EventFact[] = [];
  for (const event of events) {
    const isKnown = found.some(
      ({ name, kind, from, to }) =>
        kind === event.kind &&
        from === event.from &&
        to === event.to &&
        (kind === 'in force' ? isSamePaper(name, event.name) : isSameName(name, event.name)),
    );
    if (!isKnown) found.push(event);
  }
  return found;
}
