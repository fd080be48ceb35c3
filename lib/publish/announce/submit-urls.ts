import { type Patience, post } from './post.ts';
import type { Reply, Service } from './service.ts';

/** What became of the addresses that were submitted to a service. */
export type Submission = {
  calls: number;
  /** How many addresses the service took. */
  took: number;
  /** How many addresses were not submitted, or were in a call that the service refused as a whole. */
  left: number;
  notes: string[];
  /** What went wrong, a sentence each, without a full stop. */
  faults: string[];
};

/** Submits addresses to a service, in as many calls as its limit needs. After a call that fails there is no other. */
export async function submitUrls(
  service: Service,
  urls: readonly string[],
  patience: Patience,
): Promise<Submission> {
  const result: Submission = { calls: 0, took: 0, left: urls.length, notes: [], faults: [] };
  let remain = Number.POSITIVE_INFINITY;
  while (result.left > 0) {
    if (remain === 0) {
      result.faults.push('it takes no more today');
      break;
    }
    const start = urls.length - result.left;
    // A call that is larger than what remains is refused as a whole.
    const batch = urls.slice(start, start + Math.min(service.most, remain));
    const reply = await call(service, batch, patience);
    result.calls += 1;
    if ('refused' in reply) {
      result.faults.push(reply.refused);
      break;
    }
    result.took += reply.took;
    result.left -= batch.length;
    result.notes = reply.notes;
    result.faults.push(...reply.faults);
    remain = reply.remain ?? remain;
  }
  return result;
}

async function call(service: Service, batch: string[], patience: Patience): Promise<Reply> {
  const answer = await post(service.request(batch), patience);
  if ('fault' in answer) return { refused: answer.fault };
  // A service may quote the request, and with it the secret, which must not be printed.
  const text = answer.text.replaceAll(service.secret, '…');
  return service.read({ ...answer, text }, batch.length);
}
