import { setTimeout as wait } from 'node:timers/promises';
import type { Mailbox } from '#lib/site/site.ts';
import type { Journal } from './journal.ts';
import type { LetterOutcome } from './session.ts';

/** How often a letter that the server puts off is tried in one run. */
const ROUNDS = 2;

export type Delivery = {
  to: readonly Mailbox[];
  /** It has to be open. */
  journal: Journal;
  open: () => Promise<{ send: (mailbox: Mailbox) => Promise<LetterOutcome>; close: () => void }>;
  /** How many letters are sent in one session, and the pause between two sessions in ms. */
  batch: number;
  pause: number;
  /** Ends the delivery after the letter that is being sent. */
  signal: AbortSignal;
  print: (line: string) => void;
};

/** Why a delivery ended before all letters were tried, with the reply of the server. */
export type Halt = { reason: 'lost' | 'sender' | 'stopped'; reply: string };

/**
 * Sends a letter to each recipient, in batches. A letter that the server puts off is tried once more at the end. Each
 * step is written to the journal before the next one. After a lost connection the delivery ends, and the next run sends
 * the letters that were not accepted.
 * @throws Failure when a session cannot be opened
 */
export async function deliver(delivery: Delivery): Promise<Halt | undefined> {
  const { journal, batch, pause, signal } = delivery;
  let queue = [...delivery.to];
  for (let round = 0; round < ROUNDS && queue.length > 0; round += 1) {
    for (let at = 0; at < queue.length; at += batch) {
      if (round > 0 || at > 0) await waitUnless(signal, pause);
      if (signal.aborted) return { reason: 'stopped', reply: '' };
      const halt = await sendBatch(delivery, queue.slice(at, at + batch));
      if (halt !== undefined) return halt;
    }
    queue = queue.filter((mailbox) => journal.of(mailbox)?.state === 'deferred');
  }
  return undefined;
}

async function sendBatch(
  { journal, open, signal, print }: Delivery,
  mailboxes: readonly Mailbox[],
): Promise<Halt | undefined> {
  const session = await open();
  try {
    for (const mailbox of mailboxes) {
      if (signal.aborted) return { reason: 'stopped', reply: '' };
      await journal.write(mailbox, 'sending');
      const { state, reply, lost, senderRefused } = await session.send(mailbox);
      // A letter in doubt stays `sending` in the journal.
      if (state !== 'sending') await journal.write(mailbox, state, reply);
      print(`${mailbox.address} ${WORDS[state]}${state === 'accepted' ? '' : `: ${reply}`}`);
      if (senderRefused) return { reason: 'sender', reply };
      if (lost) return { reason: 'lost', reply };
    }
    return undefined;
  } finally {
    session.close();
  }
}

const WORDS = {
  accepted: 'accepted',
  rejected: 'refused',
  deferred: 'put off',
  unsent: 'not sent',
  sending: 'in doubt',
} as const;

/** Waits, but not longer than until the signal. */
async function waitUnless(signal: AbortSignal, milliseconds: number): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
