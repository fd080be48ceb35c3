/** The files that tell hosts what to do; none of them is an address of the site. */
export const hostFileNames = ['nginx.conf', 'Caddyfile', 'rclone.sh'] as const;

/** What hosts must not hand out, as a regular expression over paths: files for hosts, compressed forms. */
export const hiddenPattern = `^/_|^/(nginx\\.conf|Caddyfile|rclone\\.sh)$|\\.(br|gz)$`;

/** The same for our own host, over decoded paths. */
export const HIDDEN = new RegExp(hiddenPattern);

/** A pattern as a regular expression that PCRE, RE2 and JavaScript read alike. */
export function regExpOf(pattern: string): string {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return `^${parts.join('.*')}$`;
}

/** A value as nginx and Caddy read it, blanks and all. */
export function quoted(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
