import { issueHeading, type Mailbox } from '#lib/site/site.ts';
import type { Halt } from './deliver.ts';
import type { Journal, State } from './journal.ts';
import type { Post } from './post.ts';
import type { Recipients } from './recipients.ts';

/** Who of a list is still to get the letter, and why others are not. */
export type Plan = {
  to: Mailbox[];
  accepted: Mailbox[];
  rejected: Mailbox[];
  doubtful: Mailbox[];
  repeated: number;
};

/** @param retry what of the earlier runs is to be sent again */
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

/** What `--dry-run` prints: the letter, how many get it, and who. `size` is that of one letter in bytes. */
export function writePlan(
  { issue, from }: Post,
  plan: Plan,
  { size, batch }: { size: number; batch: number },
): string {
  const { to, accepted, rejected, doubtful, repeated } = plan;
  const sender = from.name === '' ? from.address : `${from.name} <${from.address}>`;
  const batches = Math.ceil(to.length / batch);
  const others = [
    [accepted.length, 'have it already'],
    [rejected.length, 'were refused for good'],
    [doubtful.length, 'are in doubt'],
    [repeated, 'lines name an address again'],
  ] as const;
  return [
    `${issueHeading(issue)}, ${Math.ceil(size / 1000)} KB a letter, from ${sender}`,
    `${count(to.length, 'letter')} in ${count(batches, 'batch', 'batches')} would be sent, none was:`,
    ...to.map(({ name, address }) => `  ${address}${name === '' ? '' : ` (${name})`}`),
    ...others.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}.`),
  ].join('\n');
}

/** What a run says at its end. It failed where a letter that was to be sent was not, or is in doubt. */
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
          `${plan.rejected.length} were refused for good before: --retry-rejected tries them again.`,
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
  stopped: 'It was stopped',
};

/** Longer lists are in the journal. */
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
