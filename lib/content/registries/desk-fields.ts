import { z } from 'zod';
import { actSteps, actTypes, caseSteps, caseSums, eventKinds, keyOfWord } from '#lib/desk/words.ts';
import { findCases } from '#lib/references/courts/cases.ts';
import { findSums } from '#lib/references/sums.ts';
import { isPartialDate, type PartialDate } from '#lib/site/partial-dates.ts';

/** Fields of `desk.yml`: steps, sums and days in the words of the pages. */

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** A step, with its day behind it: `通过 2025-06-27`. Without a day the step alone. */
function step<Step extends string>(words: Words<Step>, example: string) {
  const steps = Object.values(words).join('、');
  return z.string(`expected a step such as ${example}`).transform((written, context) => {
    const [word = '', day, ...rest] = written.trim().split(/\s+/);
    const known = keyOfWord(words, word);
    if (known !== undefined && rest.length === 0 && (day === undefined || isPartialDate(day)))
      return { step: known, day };
    context.addIssue(
      known === undefined
        ? `expected a step such as ${example}; the steps are ${steps}`
        : `expected one day, month or year after the step, such as ${example}`,
    );
    return z.NEVER;
  });
}

/** One of the words of a table, as its key. */
function word<Key extends string>(words: Words<Key>) {
  const expected = `expected one of ${Object.values(words).join('、')}`;
  return z.string(expected).transform((written, context) => {
    const known = keyOfWord(words, written.trim());
    if (known !== undefined) return known;
    context.addIssue(expected);
    return z.NEVER;
  });
}

export const actStep = step(actSteps, '通过 2025-06-27');
export const caseStep = step(caseSteps, '一审 2025-06-23');
export const actType = word(actTypes);
export const eventKind = word(eventKinds);

const SUM = `expected what the sum is (${Object.values(caseSums).join('、')}) and the sum, such as 判赔 15亿美元`;

/** What a sum is, and the sum: `判赔 15亿美元`. Of a range the upper end counts. */
export const caseSum = z.string(SUM).transform((written, context) => {
  const [role = '', ...rest] = written.trim().split(/\s+/);
  const words = rest.join('');
  const known = keyOfWord(caseSums, role);
  const referent = findSums(words).at(-1)?.referent;
  if (known !== undefined && referent?.kind === 'sum')
    return { role: known, amount: referent.amount, currency: referent.currency, words };
  context.addIssue(SUM);
  return z.NEVER;
});

const DAYS =
  'expected a day such as 2025-04-26, days such as 2025-05..2025-11, or an open end such as 2025-09..';

/** A day, or the first and the last: `2025-04-26`, `2025-05..2025-11`, `2025-09..`, `..2025-05-04`. */
export const days = z
  // YAML reads a year alone as a number.
  .union([z.string(), z.int()], DAYS)
  .transform((written, context) => {
    const [from = '', to = from, ...rest] = String(written)
      .split('..')
      .map((end) => end.trim());
    const ends = [from, to].filter((end) => end !== '');
    if (rest.length === 0 && ends.length > 0 && ends.every(isPartialDate) && isInOrder(ends))
      return { from: from || undefined, to: to || undefined };
    context.addIssue(DAYS);
    return z.NEVER;
  });

function isInOrder([first = '', last = first]: readonly PartialDate[]): boolean {
  return first <= last || first.startsWith(last);
}

/** The number of a case, in the form of the courts where it is one of theirs. */
export const caseNumber = z
  .string()
  .trim()
  .min(1, 'expected some text')
  .max(80)
  .transform((written) => {
    const [found] = findCases(written, { date: '9999-12-31', title: '', findEntities: () => [] });
    return found?.referent.kind === 'case' ? found.referent.number : written;
  });
