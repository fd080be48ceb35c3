import MailComposer from 'nodemailer/lib/mail-composer';
import { instantOf } from '#lib/site/dates.ts';
import { issueHeading, type Site } from '#lib/site/site.ts';
import { xmlText } from '#lib/syndication/xml-text.ts';
import { hashOf } from '#lib/system/hash.ts';
import { mailHtml } from './html.ts';
import { type Letter, unsubscribeOf } from './letter.ts';
import { mailText } from './text.ts';

/**
 * Writes a letter as a message (RFC 5322) with text and HTML, in ASCII with CRLF. The same letter gives the same text:
 * it is dated by the issue's publication, unless `sent` says when it is sent. Where `site.yml` names no sender, it has
 * no From and is marked as a draft, so that mail programs open it for sending.
 */
export function mailMessage(letter: Letter, sent?: Date): string {
  const { issue, site, to } = letter;
  const from = site.mail?.from;
  const { urls, oneClick } = unsubscribeOf(letter);
  const composer = new MailComposer({
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    subject: xmlText(issueHeading(issue)),
    date: sent ?? instantOf(issue.date, site.publishTime, site.timeZone),
    messageId: messageId(letter),
    headers: {
      'Content-Language': site.language,
      'List-Id': listId(letter),
      ...(from === undefined ? { 'X-Unsent': '1' } : {}),
      // RFC 2369 and RFC 8058. The addresses must not be folded.
      ...(urls.length === 0
        ? {}
        : { 'List-Unsubscribe': urls.map((url) => `<${url}>`).join(', ') }),
      ...(oneClick ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
    },
    text: mailText(letter),
    html: mailHtml(letter),
    // A Chinese character of three bytes takes four characters in Base64, and nine in quoted-printable.
    encoding: 'base64',
    textEncoding: 'B',
    // The date has hyphens, and Base64 has none: the boundary cannot occur in a part.
    baseBoundary: issue.date,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return writePart(composer.compile());
}

/**
 * Writes a message, or a part of one, with the parts inside it (RFC 2046, 5.1.1). The composer's own `build` gives the
 * same text, but through eight streams, which takes 1.5 s of CPU more for 520 messages.
 */
function writePart(part: ReturnType<MailComposer['compile']>): string {
  const head = `${part.buildHeaders()}\r\n\r\n`;
  const { content, boundary, childNodes } = part;
  if (typeof content === 'string') {
    const base64 = Buffer.from(content).toString('base64');
    return head + base64.replace(/.{76}(?!$)/g, '$&\r\n');
  }
  const parts = childNodes.map((child) => `--${boundary}\r\n${writePart(child)}\r\n`);
  return `${head}${parts.join('')}--${boundary}--\r\n`;
}

/**
 * The Message-ID of a letter, from the domain and the year of the site's tag, so that it stays the same when the site
 * moves. The letter to each subscriber is a message of its own and has an id of its own (RFC 5322, 3.6.4). The id is
 * the same when the letter is sent again, so that a mailbox recognises the second copy. It does not show the
 * subscriber's address.
 */
function messageId({ issue, site, to }: Letter): string {
  const { domain, year } = taggedBy(site);
  if (to === undefined) return `<${issue.date}.${year}@${domain}>`;
  // No server in use distinguishes addresses by case. With 16 digits the line is short enough not to be folded.
  const subscriber = hashOf(site.tag, issue.date, to.address.toLowerCase()).slice(0, 16);
  return `<${issue.date}.${year}.${subscriber}@${domain}>`;
}

/** The List-Id of all letters of the publication (RFC 2919), by which mail programs sort them. */
function listId({ site }: Letter): string {
  const { domain, year } = taggedBy(site);
  return `<issues.${year}.${domain}>`;
}

/** Splits the `tag` of site.yml, such as `digest.example,2025`: a domain, and when the publication owned it. */
function taggedBy({ tag }: Site): { domain: string | undefined; year: string } {
  const [authority = '', year = ''] = tag.split(',');
  return { domain: authority.split('@').at(-1), year };
}
