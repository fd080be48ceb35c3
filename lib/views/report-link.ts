import { mailtoOf, reportAddress } from '#lib/site/report-address.ts';
import type { Site } from '#lib/site/site.ts';

/**
 * Where readers report errors. `template` is the address into which scripts fill an item, where it differs from that of
 * the link.
 */
export type ReportLink = { href: string; template?: string | undefined };

/** A link that reports an error without naming an item. */
export function reportOf({ contact, name, origin }: Site): ReportLink | undefined {
  if (contact?.email !== undefined) return { href: mailtoOf(contact.email) };
  const href = reportAddress(contact, { title: name, address: origin });
  if (href === undefined) return undefined;
  return href === contact?.url ? { href } : { href, template: contact?.url };
}
