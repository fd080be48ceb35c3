import type { Archive } from '#lib/content/archive.ts';
import type { Diagnostics } from '#lib/content/diagnostics.ts';
import { addressAt } from '#lib/views/addresses.ts';

/** Reports redirects from an address that is in use, and to one that is not. */
export function checkRedirects(archive: Archive, diagnostics: readonly Diagnostics[]): void {
  const file = diagnostics.find(({ path }) => path === 'redirects.yml');
  if (file === undefined || archive.redirects.length === 0) return;
  for (const { from, to } of archive.redirects) {
    const key = from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const at = Math.max(0, file.text.search(new RegExp(`^["']?${key}["']?\\s*:`, 'm')));
    const report = (reason: string) => file.report('redirect-invalid', reason, at);
    if (addressAt(archive, from) !== undefined)
      report(`Unexpected redirect from ${from}, which is a page or a file, expected an old path`);
    const [target = ''] = to.split('#');
    if (to.startsWith('/') && addressAt(archive, target) === undefined) {
      report(`Unexpected redirect to ${to}, which is nothing, expected one of this site's paths`);
    }
  }
}
