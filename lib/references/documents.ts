import { clauseBefore, sentenceAfter } from './around.ts';
import { canHave, stageAround, stageBeside, takeStage } from './document-stage.ts';
import { type FoundTitle, findTitles } from './document-titles.ts';
import { documentType, isGeneric, isPeriodical } from './document-type.ts';
import type { ReferenceContext, ReferenceFinder, ReferenceMatch } from './finder.ts';
import { findListedDocuments } from './listed-documents.ts';
import type { DocumentReference } from './reference.ts';

/**
 * The documents that a text names in 《》, and those that `entities.yml` lists as named without. A short form stands for
 * the full title before it, which may be in the item's title; without one it is left out. So are newspapers: they are
 * sources of an item.
 */
export const findDocuments: ReferenceFinder = (text, context) => {
  const names = new Names(findTitles(context.title));
  const inTitles = findTitles(text).flatMap((title) => readTitle(text, title, names, context));
  return [...inTitles, ...findListedDocuments(text, context)];
};

function readTitle(
  text: string,
  { start, end, inside, depth }: FoundTitle,
  names: Names,
  { date }: ReferenceContext,
): ReferenceMatch[] {
  const { name: printed, stage: within } = takeStage(inside);
  const { stage: beside, rest } = stageBeside(sentenceAfter(text, end));
  const own = within ?? beside;
  const lead = clauseBefore(text, start);
  const name = names.resolve(printed, /(?:简称|下称|称)[“"]?$/.test(lead));
  if (name === undefined || isPeriodical(name)) return [];
  const type = standardAt(text, { start, end }) ? 'standard' : typeOf(name, rest);
  const referent: DocumentReference = { kind: 'document', type, name: canonicalName(name, type) };
  // What is around a title in a title is the other's name.
  const stage = depth > 0 ? own : stageAround({ before: lead, after: rest }, own, date);
  if (stage !== undefined && canHave(type)) referent.stage = stage;
  return [{ start, end, referent }];
}

/** The names of an item so far, the last first, and what short forms it has given them. */
class Names {
  readonly #full: string[] = [];
  readonly #short = new Map<string, string>();

  constructor(titles: readonly FoundTitle[]) {
    for (const { inside } of titles) this.resolve(takeStage(inside).name, false);
  }

  /** The full name of a name, or nothing where it is that of a kind of paper alone. */
  resolve(name: string, isIntroduced: boolean): string | undefined {
    const last = this.#full[0];
    const known = this.#short.get(name);
    if (known !== undefined) return known;
    if (isIntroduced && last !== undefined && last !== name) {
      this.#short.set(name, last);
      return last;
    }
    const full = this.#full.find((each) => mayBeShort(name) && isShortOf(name, each));
    if (full === undefined && isGeneric(name)) return undefined;
    if (full !== undefined) this.#short.set(name, full);
    // An item that names hundreds has no short forms of the first.
    else if (!this.#full.includes(name))
      this.#full.splice(0, this.#full.length, name, ...this.#full.slice(0, 15));
    return full ?? name;
  }
}

/** 法 is short for none: 《专利法》 beside 《欧盟专利法》 is another law. */
function mayBeShort(name: string): boolean {
  const type = documentType(name);
  return isGeneric(name) || (type !== 'work' && type !== 'law');
}

function isShortOf(name: string, full: string): boolean {
  const isDraft = /^(?:草案|征求意见稿|二审稿)$/.test(name);
  if (isDraft) return !isGeneric(full) && canHave(documentType(full));
  const bare = full.replace(/(?<!\s)\s*[（(][^（()）]{0,20}[)）]$/u, '');
  return name.length < full.length && (full.endsWith(name) || bare.endsWith(name));
}

/** The type of a name, or that which the word after it tells: 《版权与人工智能》报告. */
function typeOf(name: string, after: string): DocumentReference['type'] {
  const type = documentType(name);
  const [word = ''] = /^(?:研究|调查|调研)?(?:报告|白皮书|蓝皮书)/.exec(after) ?? [];
  return type === 'work' && word !== '' ? documentType(word) : type;
}

/** A title with its number of a national standard beside it: GB/T 35273—2020《…》, 《…》（GB 45438-2025）. */
function standardAt(text: string, { start, end }: Pick<FoundTitle, 'start' | 'end'>): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return (
    /GB(?:\/[TZ])?\s?\d[\d.]*(?:[-—–]\d{4})?\s?$/.test(before) ||
    /^[（(]?\s?GB(?:\/[TZ])?\s?\d/.test(text.slice(end, end + 8))
  );
}

/** One document has one name: brackets full-width where it is Chinese, and the state before its laws left out. */
function canonicalName(name: string, type: DocumentReference['type']): string {
  const wide = /\p{Script=Han}/u.test(name)
    ? name
        .replace(/ ?\(/g, '（')
        .replace(/\)/g, '）')
        .replace(/(?<=\d年?)[－–-](?=\d)/g, '—')
    : name;
  const short = wide.replace(/^中华人民共和国(?=\p{Script=Han}{2})/u, '');
  return type === 'law' || type === 'regulation' ? short : wide;
}
