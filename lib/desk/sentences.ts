import { type Clause, type Sentence, sentencesOf } from '#lib/references/clauses/clauses.ts';
import { resolve } from '#lib/references/clauses/resolve-times.ts';
import type { Tense, TimeWords } from '#lib/references/clauses/time-parts.ts';
import { timesIn } from '#lib/references/clauses/times.ts';
import type { Reference } from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import type { PartialDate } from '#lib/site/partial-dates.ts';

/** A time that a sentence names. `isReport` is true for the day of a report, or up to which something was counted. */
export type Time = TimeWords & { isReport: boolean };

/** A sentence with its text and the times in it. Their offsets are those of the title or the text, as the clauses' are. */
export type TimedSentence = Sentence & {
  text: string;
  times: readonly Time[];
  /** What `readReferences` found in it. */
  references: readonly Reference[];
};

/** What was found in one clause, of all that was found in its sentence. */
export function referencesIn(
  { part, start, end }: Clause,
  references: readonly Reference[],
): Reference[] {
  return references.filter(
    ({ span }) => span.part === part && span.start >= start && span.end <= end,
  );
}

/**
 * The sentences of an item, title first, with their times and references.
 * @param references those of the title, then those of the text, each in order
 */
export function readSentences(
  item: { title: string; text: string },
  references: readonly Reference[],
  date: IsoDate,
): TimedSentence[] {
  let next = 0;
  return (['title', 'text'] as const).flatMap((part) => {
    let earlier: readonly TimeWords[] = [];
    return sentencesOf(part, item[part]).map((sentence) => {
      const text = item[part].slice(sentence.start, sentence.end);
      const { masked } = sentence;
      const words = timesIn(masked, date, earlier);
      earlier = [...earlier.slice(-8), ...words];
      const times = words.map((time) => ({
        ...time,
        start: time.start + sentence.start,
        end: time.end + sentence.start,
        isReport: isReport(masked, time),
      }));
      const own: Reference[] = [];
      for (; next < references.length; next += 1) {
        const reference = references[next];
        if (reference === undefined || reference.span.part !== part) break;
        if (reference.span.start >= sentence.end) break;
        if (reference.span.start >= sentence.start) own.push(reference);
      }
      return { ...sentence, text, masked, times, references: own };
    });
  });
}

const REPORTED =
  /^(?:□{2,8})?(?:上午|下午|晚间?|当地时间)?(?:[^，。；]{0,6}?(?:报道|消息|(?<![聆续再审提候应传问通资])讯|刊文|获悉|援引|刊发)|电(?![影视商子台话力竞]))/u;
const COUNTED = /(?:截至|截止到?|截止目前|据(?!此)[^，。；]{0,16})$/u;

function isReport(masked: string, { start, end }: TimeWords): boolean {
  return (
    REPORTED.test(masked.slice(end, end + 24)) ||
    COUNTED.test(masked.slice(Math.max(0, start - 20), start))
  );
}

/** The times in a part of a clause; `from` and `to` count from its beginning. Those of reports are left out. */
export function timesWithin(
  times: readonly Time[],
  clause: Clause,
  from: number,
  to: number,
): readonly Time[] {
  return times.filter(
    ({ start, end, isReport }) =>
      !isReport && start >= clause.start + from && end <= clause.start + to,
  );
}

/** A clause that looks back at something earlier than the sentence before it. */
const EARLIER = /已|此前|曾|早前|早在|之前|先前|去年|此次|上述/u;

/**
 * The day of an act in a clause: the last time before its verb, or else the last day that the sentence named before
 * the clause.
 * @param own the times of the clause up to the verb
 */
export function dayOf(
  own: readonly Time[],
  {
    sentence,
    clause,
    date,
    tense,
  }: { sentence: TimedSentence; clause: Clause; date: IsoDate; tense: Tense },
): PartialDate | undefined {
  const time = own.at(-1) ?? inherited(sentence, clause);
  if (time === undefined) return undefined;
  return resolve(time, date, tense)?.from;
}

function inherited({ times }: TimedSentence, clause: Clause): Time | undefined {
  if (EARLIER.test(clause.masked)) return undefined;
  const before = times.filter(({ end, isReport }) => end <= clause.start && !isReport).at(-1);
  return before?.last === undefined && before?.first.day !== undefined ? before : undefined;
}
