import type { Source } from '#lib/content/issue.ts';
import { NameIndex } from '#lib/content/names.ts';

/** The publisher of a page, by the host of its site, else by the name that the page gives it. */
export function findSource(
  sources: readonly Source[],
  host: string,
  name: string | undefined,
): Source | undefined {
  return (
    ofHost(sources, host) ?? (name === undefined ? undefined : new NameIndex(sources).find(name))
  );
}

/** The source whose host, or a domain above it, is the longest that fits. */
function ofHost(sources: readonly Source[], host: string): Source | undefined {
  const fitting = sources.flatMap((source) =>
    hostsOf(source)
      .filter((own) => host === own || host.endsWith(`.${own}`))
      .map((own) => ({ source, length: own.length })),
  );
  return fitting.sort((a, b) => b.length - a.length)[0]?.source;
}

function hostsOf({ url, hosts = [] }: Source): string[] {
  const own = url === undefined ? [] : [new URL(url).hostname];
  return [...own, ...hosts].map((host) => host.toLowerCase().replace(/^www\./, ''));
}
