import { contentFolder } from '#lib/content/folder/content-files.ts';
import { readMailbox } from '#lib/content/registries/mailbox.ts';
import { mailMessage } from '#lib/editions/mail/message.ts';
import { type IsoDate, readDate } from '#lib/site/dates.ts';
import { issueHeading, type Mailbox } from '#lib/site/site.ts';
import { type Arguments, readArguments, readNumber } from '#lib/system/arguments.ts';
import { Failure } from '#lib/system/failure.ts';
import { onInterrupt } from '#lib/system/interrupt.ts';
import { deliver } from './mail/deliver.ts';
import { Journal } from './mail/journal.ts';
import { type Mailing, readMailing } from './mail/post.ts';
import { readList } from './mail/recipients.ts';
import { planOf, reportOf, writePlan } from './mail/report.ts';
import { type MailServer, readServer } from './mail/server.ts';
import { Session } from './mail/session.ts';

const USAGE = `Usage: npm run mail -- DATE [--to FILE] [--dry-run] [--test-to ADDRESS] …

Sends the issue of a day to every address of a list, one message each, through the mail server in SMTP_URL
(smtps://user:password@host, or smtp:// with STARTTLS). The sender is mail.from in content/site.yml.
  --to FILE          the list: one address a line, a@b or Name <a@b>; # begins a comment.
                     Without it the list is read from standard input, and --journal is required
  --journal FILE     the record of the letters that were sent; by default FILE.DATE.sent beside the list
  --batch NUMBER     letters in one session with the server; by default 50
  --pause SECONDS    the pause between two sessions; by default 10
  --dry-run          prints who would get the letter, and sends nothing
  --test-to ADDRESS  sends one letter to this address only, also of a draft, and writes no journal
  --retry-doubtful   sends letters again that may have arrived: the connection was lost before the reply
  --retry-rejected   sends letters again that the server refused for good
After a failure, run it again: subscribers who have the letter do not get it again.
Exit code: 1 when a letter was not sent or may not have arrived, 2 when the command could not begin.`;

const OPTIONS = {
  to: { type: 'string' },
  journal: { type: 'string' },
  batch: { type: 'string' },
  pause: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'test-to': { type: 'string' },
  'retry-doubtful': { type: 'boolean' },
  'retry-rejected': { type: 'boolean' },
} as const;

/** `npm run mail` */
export async function run(args: string[]): Promise<void> {
  const read = readArguments(args, USAGE, OPTIONS, 1);
  if (read === undefined) return;
  const { values, words } = read;
  const date = readDay(words[0]);
  const testTo = values['test-to'];
  const dryRun = values['dry-run'] === true;
  if (typeof testTo === 'string') {
    if (dryRun)
      throw new Failure(
        '--test-to sends a letter and --dry-run sends none: choose one of them.',
        2,
      );
    const mailing = await readMailing(contentFolder(), date, { unpublished: true, local: true });
    return sendTest(mailing, readAddress(testTo));
  }
  const mailing = await readMailing(contentFolder(), date, { unpublished: false, local: dryRun });
  await sendToList(mailing, read, dryRun);
}

async function sendTest(mailing: Mailing, to: Mailbox): Promise<void> {
  const session = await openSession(mailing, readServer(process.env.SMTP_URL));
  const { state, reply } = await session.send(to);
  session.close();
  if (state !== 'accepted') throw new Failure(`The letter was not sent to ${to.address}: ${reply}`);
  console.log(`${issueHeading(mailing.issue)} was sent to ${to.address}.`);
}

async function sendToList(mailing: Mailing, { values }: Arguments, dryRun: boolean): Promise<void> {
  const batch = readNumber(values, 'batch', 50, 1);
  const pause = readNumber(values, 'pause', 10, 0) * 1000;
  const list = typeof values.to === 'string' ? values.to : undefined;
  const path =
    typeof values.journal === 'string'
      ? values.journal
      : list && `${list}.${mailing.issue.date}.sent`;
  if (path === undefined) {
    throw new Failure(
      'Name the list with --to. For a list from standard input, name a --journal.',
      2,
    );
  }
  const recipients = await readList(list);
  const journal = await Journal.read(path, mailing.issue.date);
  const plan = planOf(recipients, journal, {
    doubtful: values['retry-doubtful'] === true,
    rejected: values['retry-rejected'] === true,
  });
  if (dryRun) {
    const size = mailMessage({ ...mailing, ...(plan.to[0] ? { to: plan.to[0] } : {}) }).length;
    console.log(writePlan(mailing, plan, { size, batch }));
    return;
  }
  const server = readServer(process.env.SMTP_URL);
  const stop = new AbortController();
  const work = deliverAll(journal, () =>
    deliver({
      to: plan.to,
      journal,
      open: () => openSession(mailing, server),
      batch,
      pause,
      signal: stop.signal,
      print: (line) => console.log(line),
    }),
  );
  const forget = onInterrupt(async () => {
    stop.abort();
    console.error('Stopping after the letter that is being sent …');
    // Wait for that letter. An error is thrown below, where the work is awaited too.
    await work.then(
      () => undefined,
      () => undefined,
    );
  });
  try {
    const { text, failed } = reportOf(await work, plan, journal);
    console.log(text);
    if (failed) process.exitCode = 1;
  } finally {
    forget();
  }
}

async function deliverAll<Result>(journal: Journal, work: () => Promise<Result>): Promise<Result> {
  await journal.open();
  try {
    return await work();
  } finally {
    await journal.close();
  }
}

async function openSession({ issue, site, from }: Mailing, server: MailServer) {
  const session = await Session.open(server);
  return {
    send: async (to: Mailbox) => {
      const message = mailMessage({ issue, site, to }, new Date());
      return session.send({ from: from.address, to: to.address }, message);
    },
    close: () => session.close(),
  };
}

function readDay(word: string | undefined): IsoDate {
  const day = word === undefined ? undefined : readDate(word);
  if (day !== undefined) return day;
  const fault = word === undefined ? 'The date is missing' : `Unexpected date "${word}"`;
  throw new Failure(`${fault}, expected the day of an issue such as 2025-03-31.`, 2);
}

function readAddress(word: string): Mailbox {
  const mailbox = readMailbox(word);
  if (mailbox !== undefined) return mailbox;
  throw new Failure(
    `Unexpected --test-to "${word}", expected an address such as a@example.org.`,
    2,
  );
}
