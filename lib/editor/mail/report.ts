import { issueHeading, type Mailbox } from '#lib/site/site.ts';
import type { Halt } from './deliver.ts';
import type { Journal, State } from './journal.ts';
import type { Mailing } from './post.ts';
import type { Recipients } from './recipients.ts';

/** The recipients who get the letter in this run, and the others by the reason why they do not. */
export type Plan = {
  to: Mailbox[];
  accepted: Mailbox[];
  rejected: Mailbox[];
  doubtful: Mailbox[];
  repeated: number;
};

/** @param retry which letters of earlier runs are sent again */
export function planOf(
  { mailboxes, repeated }: Recipients,
  journal: Journal,
  retry: { doubtful: boolean; rejected: boolean },
): Plan {
  const plan: Plan = { to: [], accepted: [], rejected: [], doubtful: [], repeated };
  for (const mailbox of mailboxes) {
    const state = journal.of(mailbox)?.state;
    if (state === 'accepted') plan.accepted.push(mailbox);
    else if (state === 'rejected' && !retry.rejected) plan.rejected.push(mailbox);
    else if (state === 'sending' && !retry.doubtful) plan.doubtful.push(mailbox);
    else plan.to.push(mailbox);
  }
  return plan;
}

/** What `--dry-run` prints: the letter, how many get it, and who. `size` is the size of one letter in bytes. */
export function writePlan(
  { issue, from }: Mailing,
  plan: Plan,
  { size, batch }: { size: number; batch: number },
): string {
  const { to, accepted, rejected, doubtful, repeated } = plan;
  const sender = from.name === '' ? from.address : `${from.name} <${from.address}>`;
  const batches = Math.ceil(to.length / batch);
  const others = [
    [accepted.length, 'sent before'],
    [rejected.length, 'refused for good before'],
    [doubtful.length, 'in doubt'],
    [repeated, 'repeated in the list'],
  ] as const;
  return [
    `${issueHeading(issue)}, ${Math.ceil(size / 1000)} KB a letter, from ${sender}`,
    `${count(to.length, 'letter')} in ${count(batches, 'batch', 'batches')} would be sent; nothing was sent:`,
    ...to.map(({ name, address }) => `  ${address}${name === '' ? '' : ` (${name})`}`),
    ...others.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}.`),
  ].join('\n');
}

/** What a run prints at its end. `failed`: some letter was not sent, or may have arrived or not. */
export function reportOf(
  halt: Halt | undefined,
  plan: Plan,
  journal: Journal,
): { text: string; failed: boolean } {
  const now = (...states: (State | undefined)[]) =>
    plan.to.filter((mailbox) => states.includes(journal.of(mailbox)?.state));
  const rejected = now('rejected');
  const doubtful = [...plan.doubtful, ...now('sending')];
  const open = now('deferred', 'unsent', undefined);
  const lines = [
    `${count(now('accepted').length, 'letter')} sent; ${plan.accepted.length} had been sent before.`,
    ...(plan.rejected.length === 0
      ? []
      : [
          `${count(plan.rejected.length, 'letter')} refused for good before: --retry-rejected tries again.`,
        ]),
    ...list(rejected, journal, 'refused for good'),
    ...list(doubtful, journal, 'in doubt: it may have arrived; --retry-doubtful sends it again'),
    ...list(open, journal, 'not sent yet: run the command again'),
    ...(halt === undefined
      ? []
      : [`${HALTS[halt.reason]}${halt.reply === '' ? '' : `: ${halt.reply}`}`]),
  ];
  const failed = halt !== undefined || rejected.length + doubtful.length + open.length > 0;
  return { text: lines.join('\n'), failed };
}

const HALTS: Record<Halt['reason'], string> = {
  lost: 'The connection was lost',
  sender: 'The server refuses the sender, mail.from in site.yml',
  stopped: 'The run was stopped',
};

/** How many addresses a list shows. All are in the journal. */
const SHOWN = 20;

function list(mailboxes: readonly Mailbox[], journal: Journal, what: string): string[] {
  if (mailboxes.length === 0) return [];
  const shown = mailboxes.slice(0, SHOWN).map((mailbox) => {
    const reply = journal.of(mailbox)?.reply;
    return `  ${mailbox.address}${reply === undefined ? '' : `: ${reply}`}`;
  });
  const more = mailboxes.length - shown.length;
  return [
    `${count(mailboxes.length, 'letter')} ${what}:`,
    ...shown,
    ...(more > 0 ? [`  and ${more} more, in ${journal.path}`] : []),
  ];
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
