import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { YearBasis } from '#lib/references/reference.ts';
import type { Time } from '../sentences.ts';

export function yearBasis({ first }: Time): YearBasis {
  return first.year === undefined ? 'nearest' : 'written';
}

/** Whether the words before a time say that it is to come: 拟于10月. */
export function isPlanned({ masked, start }: Clause, time: Time): boolean {
  return /(?:将|拟|定于|定在|定档|(?<![签预修制])订于?|排定|排在|安排在|排期|计划|预计|即将|押后至|押后到)[^，]{0,8}$/u.test(
    masked.slice(0, time.start - start),
  );
}
