import { setTimeout as wait } from 'node:timers/promises';
import { networkFault } from '#lib/system/failure.ts';

/** A request to a service. */
export type ServiceRequest = { address: string; type: string; body: string };

export type Patience = {
  /** How long an answer may take, in ms. */
  answer: number;
  /** The longest wait before the second try that a service may ask for, in ms. */
  retry: number;
};

/** The answer of a service, with any status, or the reason why there is none. */
export type PostResult = { status: number; text: string } | { fault: string };

/** The wait before the second try where the service does not name one, in ms. */
const PAUSE = 1000;

/**
 * Posts a request. If the service is overloaded or broken (429, 5xx), it is posted a second time, unless the
 * service asks for a wait (Retry-After, RFC 9110, 10.2.3) that is longer than `patience.retry`.
 */
export async function post(request: ServiceRequest, patience: Patience): Promise<PostResult> {
  const first = await postOnce(request, patience.answer);
  if ('fault' in first || (first.status !== 429 && first.status < 500)) return first;
  const pause = pauseOf(first.retryAfter, Date.now());
  if (pause > patience.retry) return first;
  await wait(pause);
  return postOnce(request, patience.answer);
}

type Once = { status: number; text: string; retryAfter: string | null } | { fault: string };

async function postOnce({ address, type, body }: ServiceRequest, patience: number): Promise<Once> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
      // The request has a secret in it: no other address may get it.
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    const retryAfter = response.headers.get('Retry-After');
    return { status: response.status, text: await response.text(), retryAfter };
  } catch (error) {
    const fault = networkFault(error, patience);
    if (fault === undefined) throw error;
    return { fault };
  }
}

/** The value of Retry-After, seconds or a date, in ms from `now`. */
function pauseOf(retryAfter: string | null, now: number): number {
  if (retryAfter === null) return PAUSE;
  const pause = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now;
  return Number.isNaN(pause) ? PAUSE : Math.max(pause, 0);
}
