import { z } from 'zod';
import { type IsoDate, isIsoDate } from '#lib/site/dates.ts';
import { url } from '../registries/fields.ts';

/** What is known of a cited address. `untold`: it was asked, and never said whether the report is there. */
export const states = ['stands', 'moved', 'changed', 'gone', 'untold'] as const;
export type LedgerState = (typeof states)[number];

/** What of an article has changed: its headline, a figure in a sentence, or sentences that were added or removed. */
export const changeKinds = ['headline', 'figure', 'added', 'removed'] as const;
export type ChangeKind = (typeof changeKinds)[number];

const day = z
  .string()
  .refine((text): text is IsoDate => isIsoDate(text), 'expected a day such as 2025-03-31');
const word = z
  .string()
  .regex(/^[a-z0-9-]+$/, 'expected a short word such as timeout, or a status such as 404');
const hashes = z.string().regex(/^[\w-]*$/, 'expected hashes as `npm run sources` writes them');

/** A reason, and the day since which every answer gave one. */
const reasonSince = z.strictObject({ why: word, since: day });

/** One line of the ledger: what is known of one cited address. It holds no text of the article. */
export const recordSchema = z
  .strictObject({
    url,
    state: z.enum(states),
    /** The day on which the state was first seen. */
    since: day,
    /** The day on which the address was last asked. */
    asked: day,
    /** The new address of a report that has moved. */
    to: url.optional(),
    /** What has changed, and a hash of how the article read then: another change is told again. */
    change: z.strictObject({ kinds: z.array(z.enum(changeKinds)).min(1), seen: hashes }).optional(),
    /** The first sign that the report is gone. It counts when a later day confirms it. */
    doubt: reasonSince.optional(),
    /** Why the last answers tell nothing, such as 403 or timeout. */
    silent: reasonSince.optional(),
    /** A copy of the page in an archive, and the day on which that was made. */
    copy: z.strictObject({ url, day }).optional(),
    /** The article as it was first read, see `lib/ledger/fingerprint`. */
    print: z.strictObject({ day, headline: hashes, prose: hashes, lines: hashes }).optional(),
  })
  .refine(({ state, to }) => state !== 'moved' || to !== undefined, {
    error: 'expected the new address of what has moved',
    path: ['to'],
  })
  .refine(({ state, change }) => state !== 'changed' || change !== undefined, {
    error: 'expected what has changed',
    path: ['change'],
  });
export type LedgerRecord = z.infer<typeof recordSchema>;
