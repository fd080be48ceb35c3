import { isDecodable } from '#lib/site/redirects.ts';
import { Failure } from '#lib/system/failure.ts';

/** An SMTP server, as `SMTP_URL` names it. */
export type Server = {
  host: string;
  port: number;
  /** TLS from the first byte; else it is begun with STARTTLS where the server offers that. */
  secure: boolean;
  /** Whether nothing may be sent before STARTTLS. */
  requireTLS: boolean;
  auth: { user: string; pass: string } | undefined;
};

const EXAMPLE = 'smtps://user:password@mail.example.org';

/**
 * Reads `SMTP_URL`. A password goes over the network encrypted or not at all; to this machine itself it may
 * go as it is.
 * @throws Failure that never tells the value: it may hold a password
 */
export function readServer(value: string | undefined): Server {
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
      `SMTP_URL is no address such as ${EXAMPLE}; marks in a password are percent-encoded.`,
      2,
    );
  }
  const secure = url.protocol === 'smtps:';
  const auth =
    url.username === ''
      ? undefined
      : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  // Unlike http's, these hosts come as they were typed, with brackets around IPv6.
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
