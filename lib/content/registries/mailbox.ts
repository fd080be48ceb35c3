import { z } from 'zod';
import type { Mailbox } from '#lib/site/site.ts';

/** As browsers check an e-mail field (https://html.spec.whatwg.org/#valid-e-mail-address). */
const address = z.email({ pattern: z.regexes.html5Email });

/**
 * A mail address as people type it, alone or as `Name <a@b>`; `undefined` for what is none. A domain in
 * letters of its own language comes back in ASCII (IDNA), which is what every mail server takes.
 */
export function readMailbox(text: string): Mailbox | undefined {
  // No header of a mail may hold one, and nobody types one.
  if (/\p{Cc}/u.test(text.trim())) return undefined;
  const match = /^(?:"([^"<>]*)"\s*|([^"<>]*))<([^<>\s]+)>$|^([^<>\s]+)$/.exec(text.trim());
  const typed = match?.[3] ?? match?.[4];
  if (typed === undefined) return undefined;
  const at = typed.lastIndexOf('@');
  const domain = typed.slice(at + 1);
  // No host of one name alone can be sent mail: it is a slip.
  if (!domain.includes('.')) return undefined;
  // What is no name of a host would be read as a path or a port.
  if (at < 1 || !/^[\p{L}\p{N}\p{M}.-]+$/u.test(domain) || !URL.canParse(`http://${domain}`)) {
    return undefined;
  }
  const ascii = `${typed.slice(0, at)}@${new URL(`http://${domain}`).hostname}`;
  if (!address.safeParse(ascii).success) return undefined;
  return { name: (match?.[1] ?? match?.[2] ?? '').trim(), address: ascii };
}
