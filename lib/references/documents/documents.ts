import { clauseBefore, sentenceAfter } from '../around.ts';
import type { ReferenceContext, ReferenceFinder, ReferenceMatch } from '../finder.ts';
import type { DocumentReference, DocumentStage } from '../reference.ts';
import { hasStages, stageAround, stageBeside, takeStage } from './document-stage.ts';
import { findTitles, type TitleMatch } from './document-titles.ts';
import { documentType, isGeneric, isPeriodical } from './document-type.ts';
import { findListedDocuments } from './listed-documents.ts';

/**
 * Finds the documents that a text names in 《》, and those of `entities.yml`, which are found without 《》. A short form
 * such as 《条例》 stands for the full title before it, which may be in the item's title; without one it is left out.
 * Newspapers are left out too: they are sources.
 */
export const findDocuments: ReferenceFinder = (text, context) => {
  const names = new DocumentNames(findTitles(context.title));
  const inTitles = findTitles(text).flatMap((title) => readTitle(text, title, names, context));
  return [...inTitles, ...findListedDocuments(text, context)];
};

function readTitle(
  text: string,
  { start, end, inside, depth }: TitleMatch,
  names: DocumentNames,
  { date }: ReferenceContext,
): ReferenceMatch[] {
  const { name: printed, stage: within } = takeStage(inside);
  const { stage: beside, rest } = stageBeside(sentenceAfter(text, end));
  const own = within ?? beside;
  const lead = clauseBefore(text, start);
  const name = names.resolve(printed, /(?:简称|下称|称)[“"]?$/.test(lead));
  if (name === undefined || isPeriodical(name)) return [];
  const isStandard =
    hasStandardNumber(text, { start, end }) || LISTED_STANDARD.test(text.slice(end, end + 300));
  const ofDraft = within === 'consultation' ? within : beside;
  const type = isStandard ? 'standard' : typeOf(name, { before: lead, after: rest, ofDraft });
  const referent: DocumentReference = { kind: 'document', type, name: canonicalName(name, type) };
  // The words around a title inside a title are the name of another document.
  const stage = depth > 0 ? own : stageAround({ before: lead, after: rest }, own, date);
  if (stage !== undefined && hasStages(type)) referent.stage = stage;
  return [{ start, end, referent }];
}

/** 《……元数据》和《……评估》两项国家标准 */
const LISTED_STANDARD =
  /^(?:[、和及与]{0,2}《[^《》]{2,40}》){0,6}等?[一两二三四五六七八九十\d]{1,3}项(?:推荐性|强制性)?(?:国家|行业|团体|地方)标准/u;

/** The documents that an item has named so far, the last first, and their short forms. */
class DocumentNames {
  readonly #full: string[] = [];
  readonly #short = new Map<string, string>();

  constructor(titles: readonly TitleMatch[]) {
    for (const { inside } of titles) this.resolve(takeStage(inside).name, false);
  }

  /**
   * The full name of a document; `undefined` if the name is only a kind of paper and no full name is known.
   * @param isIntroduced whether it follows 简称: then it is a short form of the name before it
   */
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
    // Only the last 16 names: an item that names hundreds does not abbreviate the first.
    else if (!this.#full.includes(name))
      this.#full.splice(0, this.#full.length, name, ...this.#full.slice(0, 15));
    return full ?? name;
  }
}

/**
 * Whether a name can be a short form. The name of a law cannot: 《专利法》 beside 《欧盟专利法》 is another law. Only a kind
 * of paper can, such as 法案.
 */
function mayBeShort(name: string): boolean {
  const type = documentType(name);
  return isGeneric(name) || (type !== 'work' && type !== 'law');
}

function isShortOf(name: string, full: string): boolean {
  const isDraft = /^(?:草案|征求意见稿|二审稿)$/.test(name);
  if (isDraft) return !isGeneric(full) && hasStages(documentType(full));
  const bare = full.replace(/(?<!\s)\s*[（(][^（()）]{0,20}[)）]$/u, '');
  return name.length < full.length && (full.endsWith(name) || bare.endsWith(name));
}

/**
 * The type of a document by its name, or else by the words beside it: 《版权与人工智能》报告, 行政法规《……制度》. What has a
 * draft is no work.
 */
function typeOf(
  name: string,
  { before, after, ofDraft }: { before: string; after: string; ofDraft: DocumentStage | undefined },
): DocumentReference['type'] {
  const type = documentType(name);
  if (type !== 'work') return type;
  const [report] = /^(?:研究|调查|调研)?(?:报告|白皮书|蓝皮书)/.exec(after) ?? [];
  if (report !== undefined) return documentType(report);
  if (/^(?:法案|修正案|修订案)/.test(after) || ofDraft === 'draft') return 'law';
  if (TOLD_KIND.test(before)) return /(?:规则|令)$/.test(before) ? 'regulation' : 'standard';
  // In Macau a law is named by its number and its subject: 第12/2025号法律《修改……制度》.
  if (/\d号(?:法律|法案)$/.test(before)) return 'law';
  const isRegulation = /(?:行政法规|地方性法规|规章|法令)$/.test(before);
  return isRegulation || ofDraft !== undefined ? 'regulation' : type;
}

/** 在《联邦公报》刊出拟议规则《……的披露》, 发布指引《……》: the words before a name say what it is. */
const TOLD_KIND =
  /(?:拟议|拟定的?|最终|暂行|临时|实施|部门)规则$|(?:行政法规|行政命令|行政长官批示)$|(?<=(?:发布|公布|印发|出台|推出|刊出|刊登|下发|更新|修订|制定|起草)[^，。]{0,16})(?:指引|指南|指针|准则|守则|行政令|总统令|法令|政令)$/;

/** Whether 国家标准 stands before a title, or the number of a national standard is beside it: GB/T 35273—2020《…》, 《…》（GB 45438-2025）. */
function hasStandardNumber(
  text: string,
  { start, end }: Pick<TitleMatch, 'start' | 'end'>,
): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return (
    /(?:国家|团体|行业|地方|企业|国际)标准$/.test(before) ||
    /(?<![A-Z])(?:GB|BS|ISO|IEC|EN|DIN|JIS|KS|ANSI|IEEE|ITU|YD|WH|CY|GY|SJ)(?:\/[A-Z]{1,3})?\s?\d[\d.]*(?:[-—–]\d{1,4})?\s?$/.test(
      before,
    ) ||
    /^[（(]?\s?GB(?:\/[TZ])?\s?\d|^(?:推荐性|强制性)?(?:国家|国际|团体|行业|地方)标准/.test(
      text.slice(end, end + 8),
    )
  );
}

/** The same name for every spelling of it: full-width brackets in Chinese, and no 中华人民共和国 before a law. */
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
