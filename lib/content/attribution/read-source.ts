import type { Link, PhrasingContent } from 'mdast';
import { absoluteAddress } from '#lib/site/address.ts';
import { type IsoDate, readDate } from '#lib/site/dates.ts';
import { isNameable, slugOf } from '#lib/site/paths.ts';
import type { Diagnostics } from '../faults/diagnostics.ts';
import type { RuleId } from '../faults/rules.ts';
import type { Attribution, FilePlace, Source } from '../issue.ts';
import { inlineText } from '../markdown/markdown.ts';
import { didYouMean, type NameIndex, sourceSlug } from '../names.ts';
import { findBrokenLinks, isSafeLink, isWebAddress, withoutSentenceEnd } from '../prose/links.ts';
import { isLinkWord } from './source-words.ts';

/** An address in plain text, by RFC 3986. A punctuation mark at its end belongs to the text around it. */
export const BARE_ADDRESS = /https?:\/\/(?:[.:?[\]!'(,;]*[\w\-~/#@$&*+=%)])+/g;
/** The day of publication, which may follow the name of a source. */
export const DAY_AT_END = /[（(]?(\d{4}(?:[-/]\d{1,2}[-/]\d{1,2}|年\d{1,2}月\d{1,2}日))[）)]?$/;
/** A label of a link that is an address itself. A name may have a colon too: "GitHub: owner/repo". */
const ADDRESS_AS_LABEL = /^(?:[a-z][a-z\d+.-]*:\/\/|mailto:|www\.)\S*$/i;
const LONGEST_NAME = 60;

/**
 * Reads one source: a name, which may be a link or have an address after it, and may end with the day of publication.
 * @param nodes what is written between two separators
 * @param offset where its first character stands in the file; faults are reported there
 * @returns `undefined` where a fault leaves no source to cite
 */
export function readSource(
  nodes: PhrasingContent[],
  offset: number,
  sources: NameIndex<Source>,
  diagnostics: Diagnostics,
): Attribution | undefined {
  const faults = new SourceFaults(diagnostics, offset);
  const parts = readParts(nodes, faults);
  const name = parts && readName(parts, faults);
  if (parts === undefined || name === undefined) return undefined;
  const attribution: Attribution = {
    source: findSource(name, sources, faults),
    place: faults.place,
  };
  const { url } = parts;
  const address = absoluteAddress(url);
  if (address !== undefined && isWebAddress(address)) attribution.url = address;
  else if (url !== undefined && isSafeLink(url)) {
    return faults.refuse(
      `Unexpected link to \`${url}\` at a source, expected the report's https://… address`,
    );
  }
  const date = parts.day === undefined ? undefined : readDay(parts.day, faults);
  if (date !== undefined) attribution.date = date;
  return attribution;
}

/** The faults of one source: all of them are reported at its first character. */
class SourceFaults {
  readonly place: FilePlace;

  constructor(
    readonly diagnostics: Diagnostics,
    readonly offset: number,
  ) {
    const { line, column } = diagnostics.pointOf(offset);
    this.place = { path: diagnostics.path, line, column };
  }

  report(rule: RuleId, reason: string): void {
    this.diagnostics.report(rule, reason, this.offset);
  }

  refuse(reason: string): undefined {
    this.report('attribution-malformed', reason);
  }

  refuseLink(): undefined {
    if (this.isReported('link-malformed')) return undefined;
    return this.refuse('Unexpected broken link, expected [name](https://…)');
  }

  /**
   * Whether the check of the text has reported one of these rules on this line. A second message would say the same.
   */
  isReported(...rules: RuleId[]): boolean {
    return this.diagnostics.messages.some(
      ({ ruleId, line }) => line === this.place.line && rules.some((rule) => rule === ruleId),
    );
  }
}

/** What a source consists of, as written: the label of its link, its address, its day, and all other text. */
type SourceParts = {
  /** Empty where there is no link. */
  label: string;
  url: string | undefined;
  day: string | undefined;
  text: string;
};

function readParts(nodes: PhrasingContent[], faults: SourceFaults): SourceParts | undefined {
  const links = nodes.filter((node): node is Link => node.type === 'link');
  if (links.length > 1)
    return faults.refuse('Unexpected second link, expected 、 between two sources');
  const [link] = links;
  let text = inlineText(nodes.filter((node) => node !== link));
  let url = link?.url;
  if (link === undefined) {
    if (findBrokenLinks(text).length > 0) return faults.refuseLink();
    url = withoutSentenceEnd(text.match(BARE_ADDRESS)?.[0] ?? '') || undefined;
    if (url !== undefined) text = text.replace(url, '');
  }
  text = text.trim();
  const day = DAY_AT_END.exec(text);
  if (day !== null) text = text.slice(0, day.index);
  return {
    label: link === undefined ? '' : inlineText(link.children).trim(),
    url,
    day: day?.[1],
    // Brackets are empty where the address or the day stood in them.
    text: text.replace(/[（(]\s*[）)]/g, '').trim(),
  };
}

/** The name of the publisher: the label of the link, unless that is an address or a word such as 原文, else the text. */
function readName({ label, url, text }: SourceParts, faults: SourceFaults): string | undefined {
  const isNamedByLabel = label !== '' && !isLinkWord(label) && !ADDRESS_AS_LABEL.test(label);
  if (isNamedByLabel && text !== '') {
    return faults.refuse(
      `Unexpected text \`${text}\` beside a link, expected only [${label}](…) and the date`,
    );
  }
  const name = isNamedByLabel ? label : text;
  if (!isNamedByLabel && url !== undefined && /[[\]［］{}｛｝]/.test(name))
    return faults.refuseLink();
  if (slugOf(name) === '')
    return faults.refuse('Unexpected end of 来源：, expected the name of a source');
  const isLong = name.length > LONGEST_NAME || !isNameable(sourceSlug(name));
  if (isLong || /[。！？、；|｜\n]/.test(name)) {
    const shown = name.length > 20 ? `${name.slice(0, 20)}…` : name;
    return faults.refuse(`Unexpected source “${shown}”, expected the name of a publisher`);
  }
  return name;
}

/** The publisher of this name. One that `sources.yml` does not list is reported. */
function findSource(name: string, sources: NameIndex<Source>, faults: SourceFaults): Source {
  const listed = sources.find(name);
  if (listed !== undefined) return listed;
  const source = { name, slug: sourceSlug(name), aliases: [] };
  if (/[<（()）]/.test(name) && faults.isReported('html-raw', 'bracket-unpaired')) return source;
  const suggestion = didYouMean(sources.suggest(name));
  faults.report(
    'source-unknown',
    `Unexpected source ${name}, expected one of sources.yml${suggestion}`,
  );
  return source;
}

function readDay(written: string, faults: SourceFaults): IsoDate | undefined {
  const date = readDate(written);
  if (date === undefined) {
    faults.report(
      'date-invalid',
      `Unexpected date \`${written}\`, expected a day such as 2025-03-26`,
    );
  }
  return date;
}
