/** Files that configure hosts. Hosts must not serve them. */
export const hostFileNames = ['nginx.conf', 'Caddyfile', 'rclone.sh'] as const;

/** A regular expression for the paths that hosts must not serve: files that configure hosts, and compressed forms. */
export const hiddenPattern = `^/_|^/(nginx\\.conf|Caddyfile|rclone\\.sh)$|\\.(br|gz)$`;

/** The same for our own host, over decoded paths. */
export const HIDDEN = new RegExp(hiddenPattern);

/** A pattern with `*` as a regular expression that means the same in PCRE, RE2 and JavaScript. */
export function regExpOf(pattern: string): string {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return `^${parts.join('.*')}$`;
}

/** A value in quotes, as nginx and Caddy read it. It may have spaces. */
export function quoted(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
