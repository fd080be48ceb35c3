/**
 * Where readers report an error: a mail address, or a page, in whose address `{title}` and `{address}` stand for the
 * item's.
 */
export type ReportContact = { email?: string | undefined; url?: string | undefined };

/** What is reported: an item or a page, by its title and its absolute address. */
export type Reported = { title: string; address: string };

/**
 * The address of a link that reports an error in an item, with its title and address filled in: a `mailto:` (RFC 6068)
 * with subject and text, else the page for reports; `undefined` where the publication gives neither.
 */
export function reportAddress(
  contact: ReportContact | undefined,
  { title, address }: Reported,
): string | undefined {
  if (contact?.email !== undefined) {
    // RFC 6068, 5: lines of the text end with CR LF.
    const text = `${title}\r\n${address}\r\n\r\n`;
    return `${mailtoOf(contact.email)}?subject=${encodeURIComponent(`报错：${title}`)}&body=${encodeURIComponent(text)}`;
  }
  return contact?.url
    ?.replaceAll('{title}', encodeURIComponent(title))
    .replaceAll('{address}', encodeURIComponent(address));
}

/** The link that writes to an address. A sign such as `&` or `%` in its first part would end it or begin an escape. */
export function mailtoOf(email: string): string {
  const at = email.lastIndexOf('@');
  return `mailto:${encodeURIComponent(email.slice(0, at))}${email.slice(at)}`;
}
