import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { ActStep } from '../facts.ts';
import type { Named, Place, Reading } from './act-reading.ts';
import { addFact } from './add-fact.ts';
import {
  afterArticles,
  afterPlural,
  articlesIn,
  continuation,
  draftOf,
  passedBy,
  startsConsultation,
} from './follow-ups.ts';
import { statesOfTreaty } from './names/act-lists.ts';
import { objectOf, oneOfTwo, pronounOf, standsFor } from './names/pronouns.ts';
import { isForce, stepOf } from './steps/act-day.ts';
import { stepAfter } from './steps/steps.ts';
import { stepBefore } from './steps/steps-before.ts';

/** A clause without the time at its beginning, 11月18日，, which belongs to it. */
function withoutLead(clause: Clause): { body: Clause; lead: number } {
  const lead = clause.masked.lastIndexOf('，') + 1;
  if (lead === 0) return { body: clause, lead };
  const [text, masked] = [clause.text.slice(lead), clause.masked.slice(lead)];
  return { body: { ...clause, start: clause.start + lead, text, masked }, lead };
}

/** Reads a clause that names no act but goes on with one: 自10月1日起施行, 该办法已公布. */
export function readFollowing(place: Place, reading: Reading): Pick<Place, 'subject' | 'part'> {
  const { clause, sentence } = place;
  const { body, lead } = withoutLead(clause);
  const { named } = reading;
  const part = articlesIn(clause) ?? place.part;
  const isConsultation = startsConsultation(body, named.at(-1));
  const isNew = /^(?:新|该新)/u.test(body.masked);
  const pronoun = pronounOf(body);
  const one = pronoun === undefined ? oneOfTwo(body, named) : undefined;
  const referred =
    one?.act ??
    (pronoun &&
      named.findLast((each) => standsFor(pronoun, each) && !(isNew && isRepealed(each, reading))));
  const lastNamed = named.at(-1);
  const isOfLast =
    part !== undefined || (lastNamed !== undefined && passedBy(body, lastNamed.type) !== undefined);
  const subject = place.subject ?? referred ?? (isOfLast ? lastNamed : undefined);
  const act =
    referred ??
    (isNew && subject !== undefined && isRepealed(subject, reading) ? undefined : subject) ??
    (isConsultation ? named.at(-1) : undefined);
  const told = readObject(body, named);
  if (told !== undefined) {
    addFact(
      told.act,
      { ...told, step: stepOf(told.step, told.act, clause, sentence), to: lead + told.to },
      place,
      reading,
    );
    return { subject: told.act, part };
  }
  const ofAll = afterPlural(body);
  if (ofAll !== undefined && reading.group.length > 1) {
    const all = stepAfter(body.masked.slice(ofAll));
    if (all !== undefined && all.step !== 'proposed')
      for (const each of reading.group)
        addFact(
          each,
          { step: stepOf(all.step, each, clause, sentence), to: lead + ofAll + all.at },
          place,
          reading,
        );
    return { subject: reading.group.at(-1), part };
  }
  if (act === undefined) return { subject, part };
  if (isConsultation)
    addFact(act, { step: 'consultation', to: clause.end - clause.start }, place, reading);
  const referredTo =
    one?.length ?? (pronoun && standsFor(pronoun, act) ? pronoun.length : undefined);
  const skip = referredTo ?? afterArticles(body) ?? continuation(body, act.type);
  const found =
    skip === undefined
      ? undefined
      : (passedBy(body, act.type) ?? stepAfter(body.masked.slice(skip)));
  const isSupposed = /^(?:若|如果|如获|如能|一旦|倘若|假如|待)/u.test(place.previous?.masked ?? '');
  // 文本还须经议长签署: what is still to be done.
  const isWanting = /(?:还|尚|仍)[须需待]|须经|有待/u.test(body.masked);
  if (skip === undefined || found === undefined || isSupposed || isWanting)
    return { subject, part };
  const draft = draftOf(body, skip) ?? act.draft;
  const step = stepOf(found.step, { draft, type: act.type }, clause, sentence);
  // 宣告第9条违宪，即日失效 does not repeal the whole act.
  if (step === 'repealed' && articlesIn(place.previous ?? clause) !== undefined)
    return { subject, part };
  if (step === 'proposed' && isTold(act, reading)) return { subject, part };
  if (isForce(step) && isOnlyPlanned(act, reading)) return { subject, part };
  const isPart = part !== undefined && step === 'in force';
  const to = Math.min(lead + skip + found.at, clause.end - clause.start);
  addFact(act, isPart ? { step: 'partly in force', to, part } : { step, to }, place, reading);
  return { subject: act, part };
}

/** Whether an item has told that an act was repealed: 新条例 is another one. */
function isRepealed({ name }: Named, { facts }: Reading): boolean {
  return facts.some((fact) => fact.name === name && fact.step === 'repealed');
}

/** The act at the end of a clause, and what the verb before it tells: 议会25日批准加入这部条约. */
function readObject(
  body: Clause,
  named: readonly Named[],
): { act: Named; step: ActStep; to: number } | undefined {
  const object = objectOf(body);
  if (object === undefined) return undefined;
  const act = named.findLast((each) => standsFor(object, each));
  const before = body.masked.slice(0, object.start);
  const found = stepBefore(before);
  if (act === undefined || found === undefined || found.step === 'proposed') return undefined;
  if (ONLY_WISHED.test(before) || (found.step === 'adopted' && !BY_HOUSE.test(before)))
    return undefined;
  const state = act.type === 'treaty' ? statesOfTreaty(body.text) : undefined;
  return { act: { ...act, state: state ?? act.state }, step: found.step, to: found.at };
}

const ONLY_WISHED =
  /[将拟待须需应若未]|如果|有望|预计|可能|计划|争取|或许|能否|是否|反对|拒绝|根据|依据|按照/u;
const BY_HOUSE = /[议国]会|[议众参两民]院|院|大会|会议|常委会|委员会|内阁|人大|杜马/u;

/** Whether an item has told of an act only that it is planned: what is to apply then may yet be changed. */
function isOnlyPlanned({ name }: Named, { facts }: Reading): boolean {
  return facts.findLast((fact) => fact.name === name)?.step === 'proposed';
}

/** Whether an item has told a step of an act: one that is sent on, 送交立法院, is no new plan. */
function isTold({ name }: Named, { facts }: Reading): boolean {
  return facts.some((fact) => fact.name === name);
}
