import type { Source } from '#lib/content/issue.ts';
import type { NameIndex } from '#lib/content/names.ts';

/** The names of publishers by the hosts of their home pages. */
export type Publishers = ReadonlyMap<string, string>;

/** The publishers whose home page is known. */
export function publishersByHost(sources: NameIndex<Source>): Publishers {
  return new Map(
    sources.entries.flatMap(({ name, url }) => (url === undefined ? [] : [[hostOf(url), name]])),
  );
}

/**
 * The source line of an item, a link to its report. An item that names no source gets the publisher whose home page is
 * on the same host, or else the name of the host.
 * @param named what the item names as its source
 * @param url the address of the report
 */
export function linkSource(
  named: string | undefined,
  url: string,
  sources: NameIndex<Source>,
  publishers: Publishers,
): string {
  const own = () => {
    const host = hostOf(url);
    return link(publishers.get(host) ?? host, url);
  };
  if (named === undefined) return own();
  const date = DATE.exec(named)?.[0] ?? '';
  const name = named.slice(0, named.length - date.length);
  // Where several sources are named, or one has an address already, it is not known to which the address belongs.
  const isOne = !/https?:|[、；;·|｜/，,\]]/.test(name) || sources.find(name) !== undefined;
  if (isOne && name !== '') return `${link(name, url)}${date}`;
  return named.includes(url) ? named : `${named}、${own()}`;
}

/** A day after a name, with the blanks before it. */
const DATE = /\s{0,9}[（(]?\d{4}[-/年]\S{0,12}$/;

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^(?:www|m)\./, '');
}

/** A link in Markdown. Characters that would end the address early are percent-encoded. */
function link(name: string, url: string): string {
  const safe = url.replace(
    /[()<>\s]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `[${name}](${safe})`;
}
