import { isDecodable } from '#lib/site/redirects.ts';
import { Failure } from '#lib/system/failure.ts';

/** An SMTP server, as `SMTP_URL` names it. */
export type MailServer = {
  host: string;
  port: number;
  /** Whether the connection begins with TLS. If not, STARTTLS is used where the server offers it. */
  secure: boolean;
  /** Whether STARTTLS is required. */
  requireTLS: boolean;
  auth: { user: string; pass: string } | undefined;
};

const EXAMPLE = 'smtps://user:password@mail.example.org';

/**
 * Reads `SMTP_URL`. A password is only sent encrypted, except to this machine itself.
 * @throws Failure without the value, because it may contain a password
 */
export function readServer(value: string | undefined): MailServer {
  if (!value) {
    throw new Failure(`Set SMTP_URL to the mail server to send by, such as ${EXAMPLE}.`, 2);
  }
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (
    url === undefined ||
    !/^smtps?:$/.test(url.protocol) ||
    url.hostname === '' ||
    !/^\/?$/.test(url.pathname) ||
    url.search + url.hash !== '' ||
    !isDecodable(url.href)
  ) {
    throw new Failure(
      `SMTP_URL is no address such as ${EXAMPLE}. Special characters in a password must be percent-encoded.`,
      2,
    );
  }
  const secure = url.protocol === 'smtps:';
  const auth =
    url.username === ''
      ? undefined
      : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  // For schemes other than http, URL does not change the case of the host. IPv6 has brackets.
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && auth !== undefined && !isLoopback(host),
    auth,
  };
}

/** Whether a host is this machine itself. */
export function isLoopback(host: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(host);
}
