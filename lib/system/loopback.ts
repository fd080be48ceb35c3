/**
 * Whether a `Host` header (RFC 9110, 7.2) names this machine in a way that no DNS server can imitate: `localhost` and
 * names below it (RFC 6761, 6.3), 127.0.0.0/8 and `[::1]`, with any port.
 */
export function isLoopbackHost(host: string | null | undefined): boolean {
  return LOOPBACK.test(host ?? '');
}

/** Whether an `Origin` header (RFC 6454, 7) names this machine in such a way. */
export function isLoopbackOrigin(origin: string): boolean {
  return LOOPBACK.test(origin.replace(/^https?:\/\//, ''));
}

const BYTE = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const LOOPBACK = new RegExp(
  `^(?:(?:[a-z\\d_-]+\\.)*localhost|127(?:\\.${BYTE}){3}|\\[::1\\])(?::\\d+)?$`,
  'i',
);

/** The answer of a preview to a request with another `Host`. */
export const notLoopback =
  'The preview shows drafts, so it answers only on this machine: open it as localhost.\n';
