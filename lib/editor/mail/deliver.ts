import { setTimeout as wait } from 'node:timers/promises';
import type { Mailbox } from '#lib/site/site.ts';
import type { Journal } from './journal.ts';
import type { Outcome } from './session.ts';

/** How often what the server puts off is tried in one run. */
const ROUNDS = 2;

export type Delivery = {
  to: readonly Mailbox[];
  /** Open. */
  journal: Journal;
  open: () => Promise<{ send: (mailbox: Mailbox) => Promise<Outcome>; close: () => void }>;
  /** How many letters a session takes, and how many milliseconds are between two. */
  batch: number;
  pause: number;
  /** Ends the delivery behind the letter that is being sent. */
  signal: AbortSignal;
  tell: (line: string) => void;
};

/** Why a delivery ended before everyone had been tried, with what the server said. */
export type Halt = { reason: 'lost' | 'sender' | 'stopped'; reply: string };

/**
 * Sends every letter, one message for each recipient, in batches; what is put off is tried once more at the
 * end. Each step is in the journal before the next. It ends at the first lost connection: whatever was not
 * accepted is for the next run.
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
  { journal, open, signal, tell }: Delivery,
  mailboxes: readonly Mailbox[],
): Promise<Halt | undefined> {
  const session = await open();
  try {
    for (const mailbox of mailboxes) {
      if (signal.aborted) return { reason: 'stopped', reply: '' };
      await journal.write(mailbox, 'sending');
      const { state, reply, lost, sender } = await session.send(mailbox);
      // One in doubt stays as it is.
      if (state !== 'sending') await journal.write(mailbox, state, reply);
      tell(`${mailbox.address} ${WORDS[state]}${state === 'accepted' ? '' : `: ${reply}`}`);
      if (sender) return { reason: 'sender', reply };
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

async function waitUnless(signal: AbortSignal, milliseconds: number): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
