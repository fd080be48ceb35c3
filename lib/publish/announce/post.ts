import { setTimeout as wait } from 'node:timers/promises';
import { networkFault } from '#lib/system/failure.ts';

/** What is sent to a service. */
export type Message = { address: string; type: string; body: string };

export type Patience = {
  /** How long an answer may take, in ms. */
  answer: number;
  /** How long a service may ask to be left alone before the second try, in ms. */
  retry: number;
};

/** An answer, whatever it is, or why there is none. */
export type Answer = { status: number; text: string } | { fault: string };

/** How long a service is left alone that names no time itself, in ms. */
const PAUSE = 1000;

/**
 * Posts a message; once more when the service is overrun or broken (429, 5xx), unless it asks to be left
 * alone (Retry-After, RFC 9110) for longer than there is patience.
 */
export async function post(message: Message, patience: Patience): Promise<Answer> {
  const first = await postOnce(message, patience.answer);
  if ('fault' in first || (first.status !== 429 && first.status < 500)) return first;
  const pause = pauseOf(first.retryAfter, Date.now());
  if (pause > patience.retry) return first;
  await wait(pause);
  return postOnce(message, patience.answer);
}

type Once = { status: number; text: string; retryAfter: string | null } | { fault: string };

async function postOnce({ address, type, body }: Message, patience: number): Promise<Once> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
      // What is posted is not for another address.
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
