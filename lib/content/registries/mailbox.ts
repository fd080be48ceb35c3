import { z } from 'zod';
import type { Mailbox } from '#lib/site/site.ts';

/** The check of browsers for an e-mail field (https://html.spec.whatwg.org/#valid-e-mail-address). */
const address = z.email({ pattern: z.regexes.html5Email });

/**
 * Reads a mail address, alone or as `Name <a@b>`; `undefined` if it is not valid. An international domain is returned
 * in ASCII (IDNA), which every mail server accepts.
 */
export function readMailbox(text: string): Mailbox | undefined {
  // A control character would break the header of a mail.
  if (/\p{Cc}/u.test(text.trim())) return undefined;
  const match = /^(?:"([^"<>]*)"\s*|([^"<>]*))<([^<>\s]+)>$|^([^<>\s]+)$/.exec(text.trim());
  const written = match?.[3] ?? match?.[4];
  if (written === undefined) return undefined;
  const at = written.lastIndexOf('@');
  const domain = written.slice(at + 1);
  // A domain without a dot is a typing error: no mail can be sent there.
  if (!domain.includes('.')) return undefined;
  // `URL` would read other characters as a path or a port.
  if (at < 1 || !/^[\p{L}\p{N}\p{M}.-]+$/u.test(domain) || !URL.canParse(`http://${domain}`)) {
    return undefined;
  }
  const ascii = `${written.slice(0, at)}@${new URL(`http://${domain}`).hostname}`;
  if (!address.safeParse(ascii).success) return undefined;
  return { name: (match?.[1] ?? match?.[2] ?? '').trim(), address: ascii };
}
