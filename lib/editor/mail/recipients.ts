import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { readMailbox } from '#lib/content/registries/mailbox.ts';
import type { Mailbox } from '#lib/site/site.ts';
import { Failure, hasCode } from '#lib/system/failure.ts';

export type Recipients = {
  /** Each once, in the order of the list. */
  mailboxes: Mailbox[];
  /** How many lines have an address that is on an earlier line. */
  repeated: number;
  /** A sentence for each line without a valid address, with the line's number. */
  faults: string[];
};

/** Reads a list of subscribers. A line has an address, `a@b` or `Name <a@b>`; `#` at its start makes it a comment. */
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

/** The identity of a mailbox: its address in lower case, because no server in use has two that differ only in case. */
export function keyOf({ address }: Pick<Mailbox, 'address'>): string {
  return address.toLowerCase();
}

/**
 * Reads the recipients from a file or from standard input.
 * @throws Failure with every line that has no valid address, before anything is sent
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
    throw new Failure(`The list ${path} cannot be read: name another file with --to.`, 2);
  }
}
