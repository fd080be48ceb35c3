import { z } from 'zod';
import { isOldFile } from '#lib/site/paths.ts';
import { isDecodable, isOldPath } from '#lib/site/redirects.ts';
import type { Diagnostics } from '../faults/diagnostics.ts';
import type { Redirect } from '../issue.ts';
import type { TextFile } from '../text-file.ts';
import { YamlFile } from '../yaml/yaml-file.ts';

const redirectSchema = z
  .string()
  .refine(
    (to) =>
      (to.startsWith('/') || /^https?:/.test(to)) &&
      URL.canParse(to, 'http://x') &&
      isDecodable(to),
    'expected a path or an address',
  );

/** What `redirects.yml` may contain: old paths, each with the path or address that replaced it. */
export const redirectsSchema = z.record(z.string(), redirectSchema);

/** Reads `redirects.yml`. Entries with a fault are left out. */
export function readRedirects(file: TextFile | undefined): {
  value: Redirect[];
  diagnostics: Diagnostics;
} {
  const yaml = YamlFile.open(file, 'redirects.yml');
  const value: Redirect[] = [];
  for (const from of yaml.keys) {
    const to = yaml.check([from], redirectSchema);
    if (!isOldPath(from)) {
      const reason = `Unexpected old path \`${from}\`, expected a path such as /issues/2025-03-31`;
      yaml.report('redirect-invalid', reason, [from]);
    } else if (!isOldFile(from)) {
      const shown = from.length > 40 ? `${from.slice(0, 40)}…` : from;
      const reason = `Unexpected old path \`${shown}\` that no file can have, expected at most 82 Chinese characters between two slashes`;
      yaml.report('redirect-invalid', reason, [from]);
    } else if (to !== undefined) value.push({ from, to });
  }
  return { value, diagnostics: yaml.diagnostics };
}
