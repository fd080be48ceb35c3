import { setImmediate as nextTurn } from 'node:timers/promises';

/** After so many this process does what else it has to do. */
const TURN = 100;

/** Values one by one, between which servers are heard, and readers of the site that is being printed anew. */
export async function* inTurns<Value>(values: Iterable<Value>): AsyncIterable<Value> {
  let done = 0;
  for (const value of values) {
    yield value;
    done += 1;
    if (done % TURN === 0) await nextTurn();
  }
}
