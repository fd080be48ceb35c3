import { type Patience, post } from './post.ts';
import type { Reply, Service } from './service.ts';

/** What came of telling a service of addresses. */
export type Outcome = {
  calls: number;
  /** How many addresses it took. */
  took: number;
  /** How many it was not told of, or refused with the call that they were in. */
  left: number;
  notes: string[];
  /** What went wrong, a sentence each, without a full stop. */
  faults: string[];
};

/** Tells a service of addresses, in as many calls as it wants; the first that fails is the last. */
export async function tell(
  service: Service,
  urls: readonly string[],
  patience: Patience,
): Promise<Outcome> {
  const outcome: Outcome = { calls: 0, took: 0, left: urls.length, notes: [], faults: [] };
  let remain = Number.POSITIVE_INFINITY;
  while (outcome.left > 0) {
    if (remain === 0) {
      outcome.faults.push('it takes no more today');
      break;
    }
    const start = urls.length - outcome.left;
    // A call that is larger than what remains is refused as a whole.
    const batch = urls.slice(start, start + Math.min(service.most, remain));
    const reply = await call(service, batch, patience);
    outcome.calls += 1;
    if ('refused' in reply) {
      outcome.faults.push(reply.refused);
      break;
    }
    outcome.took += reply.took;
    outcome.left -= batch.length;
    outcome.notes = reply.notes;
    outcome.faults.push(...reply.faults);
    remain = reply.remain ?? remain;
  }
  return outcome;
}

async function call(service: Service, batch: string[], patience: Patience): Promise<Reply> {
  const answer = await post(service.message(batch), patience);
  if ('fault' in answer) return { refused: answer.fault };
  // A service may say again what it was told.
  const text = answer.text.replaceAll(service.secret, '…');
  return service.read({ ...answer, text }, batch.length);
}
