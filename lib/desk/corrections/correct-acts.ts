import { documentType } from '#lib/references/documents/document-type.ts';
import { fold } from '#lib/site/fold.ts';
import type { ActFact, ActType, DeskFacts, EventFact } from '../facts.ts';
import type { LawCorrection } from './desk-entry.ts';

/** The acts of an item, and the events of the days on which they come into force. */
type ActFacts = Pick<DeskFacts, 'acts' | 'mentioned' | 'events'>;

/**
 * The acts of an item as an editor corrects them. Where she gives an act other steps, the days from which it applies
 * follow them in the events too. A law that is not read and has no steps in the correction adds nothing.
 */
export function correctActs(facts: ActFacts, corrections: readonly LawCorrection[]): ActFacts {
  return corrections.reduce(correctAct, facts);
}

function correctAct({ acts, mentioned, events }: ActFacts, correction: LawCorrection): ActFacts {
  const { name, was = name, of, kind, steps } = correction;
  const isMeant = (each: { name: string }) => fold(each.name) === fold(was);
  const read = acts.filter(isMeant);
  const known = read[0] ?? mentioned.find(isMeant);
  if (known === undefined && steps === undefined) return { acts, mentioned, events };
  const type = kind ?? known?.type ?? typeOf(name);
  const about = { name, type, state: of ?? known?.state };
  const corrected: ActFact[] =
    steps === undefined
      ? read.map((fact) => ({ ...fact, ...about }))
      : steps.map(({ step, day }) => {
          const same = read.find((fact) => fact.step === step && fact.day === day);
          return { ...about, step, day, clause: same?.clause };
        });
  const isChanged = steps !== undefined || name !== was;
  return {
    acts: [...acts.filter((each) => !isMeant(each)), ...corrected],
    mentioned: [
      ...mentioned.filter((each) => !isMeant(each)),
      ...(corrected.length === 0 ? [about] : []),
    ],
    events: isChanged
      ? [...events.filter((event) => !isDayOf(event, read)), ...daysOf(corrected)]
      : events,
  };
}

/** The names of the days from which an act applies, as the rules for events call them. */
function daysOf(acts: readonly ActFact[]): EventFact[] {
  return acts.flatMap(({ name, step, day, clause }) => {
    if ((step !== 'in force' && step !== 'partly in force') || day === undefined) return [];
    const what = step === 'in force' ? '施行' : '部分施行';
    const kind = 'in force';
    return [{ name: `${name}${what}`, kind, from: day, to: day, year: 'written', clause }];
  });
}

function isDayOf(event: EventFact, read: readonly ActFact[]): boolean {
  return daysOf(read).some(
    ({ name, kind, from }) => name === event.name && kind === event.kind && from === event.from,
  );
}

/** The type of an act by the ending of its name. What no ending tells is a policy paper. */
function typeOf(name: string): ActType {
  const type = documentType(name);
  if (/(?:条约|公约|协定|备忘录)$/u.test(name)) return 'treaty';
  return type === 'report' || type === 'work' ? 'policy' : type;
}
