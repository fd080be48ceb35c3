import fc from 'fast-check';
import { z } from 'zod';

/*
 * Every property test takes fast-check from here. `FC_RUNS=1000` tries more inputs than the gate does; a failure
 * prints its seed, and `FC_SEED=…` runs it again.
 */

/** How many inputs a property is tried with in the gate. */
const RUNS = 100;
const variables = z
  .object({
    FC_RUNS: z.coerce.number().int().positive().default(RUNS),
    FC_SEED: z.coerce.number().int().optional(),
  })
  .parse({
    FC_RUNS: process.env.FC_RUNS || undefined,
    FC_SEED: process.env.FC_SEED || undefined,
  });

fc.configureGlobal({
  numRuns: variables.FC_RUNS,
  ...(variables.FC_SEED === undefined ? {} : { seed: variables.FC_SEED }),
});

/** The options of a slow property: it is tried with a part of the inputs, such as 0.2 of them. */
export function partOfRuns(part: number): { numRuns: number } {
  return { numRuns: Math.ceil(variables.FC_RUNS * part) };
}

export { fc };
