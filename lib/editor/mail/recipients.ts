import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { readMailbox } from '#lib/content/registries/mailbox.ts';
import type { Mailbox } from '#lib/site/site.ts';
import { Failure, hasCode } from '#lib/system/failure.ts';

export type Recipients = {
  /** Each once, in the order of the list. */
  mailboxes: Mailbox[];
  /** How many lines name an address that an earlier one named. */
  repeated: number;
  /** A sentence for each line that is no address, with its number. */
  faults: string[];
};

/** A list of subscribers, an address a line, `Name <a@b>` or alone; `#` begins a comment at a line's start. */
function readRecipients(list: string, path: string): Recipients {
  const mailboxes = new Map<string, Mailbox>();
  const faults: string[] = [];
  let repeated = 0;
  for (const [index, line] of list
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const mailbox = readMailbox(line);
    if (mailbox === undefined) {
      faults.push(
        `${path}:${index + 1} Unexpected “${line.trim()}”, expected an address such as a@example.org or Name <a@example.org>`,
      );
      continue;
    }
    const key = keyOf(mailbox);
    if (mailboxes.has(key)) repeated += 1;
    else mailboxes.set(key, mailbox);
  }
  return { mailboxes: [...mailboxes.values()], repeated, faults };
}

/** What tells a mailbox from others. No server in use tells two names by their case. */
export function keyOf({ address }: Pick<Mailbox, 'address'>): string {
  return address.toLowerCase();
}

/**
 * The recipients in a file, or in what comes from standard input.
 * @throws Failure that tells every line that is no address, before anything is sent
 */
export async function readList(path: string | undefined): Promise<Recipients> {
  if (path === undefined && process.stdin.isTTY) {
    throw new Failure('Name the list with --to, or give it on standard input.', 2);
  }
  const list = readRecipients(await readText(path), path ?? 'standard input');
  if (list.faults.length > 0) {
    throw new Failure(`${list.faults.join('\n')}\nNothing was sent.`, 2);
  }
  if (list.mailboxes.length === 0) {
    throw new Failure(`There is no address in ${path ?? 'standard input'}.`, 2);
  }
  return list;
}

async function readText(path: string | undefined): Promise<string> {
  if (path === undefined) return text(process.stdin);
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'EISDIR', 'EACCES')) throw error;
    throw new Failure(`The list ${path} cannot be read: name it with --to.`, 2);
  }
}
