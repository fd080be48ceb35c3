import type { IsoDate } from '#lib/site/dates.ts';
import type { DocumentStage, DocumentType } from '../reference.ts';

/** Brackets after a name that are not part of it, and the stage that they give. */
const BRACKETS: readonly { words: RegExp; stage?: DocumentStage }[] = [
  { words: /^.{0,12}征求意见稿.{0,4}$|^.{0,6}意见征集稿$|^公开征求意见$/, stage: 'consultation' },
  { words: /^.{0,8}(?:审议?稿|审议稿)$|^.{0,4}草案.{0,4}次?审议稿$/, stage: 'deliberation' },
  {
    words:
      /^.{0,8}(?:草案|草稿|送审稿|讨论稿|建议稿|建议表决稿|修改稿).{0,4}$|^(?:素|原|试|骨子|修正|修订|修改|改正)?案$/,
    stage: 'draft',
  },
  // The year of a revision is not part of the name of a law.
  { words: /^(?:\d{4}年?)?(?:最新|第[一二三四五]次)?(?:修订|修正|修改)(?:版|本)?$/ },
];

/** Splits a name from the brackets at its end that give a stage or the year of a revision. */
export function takeStage(inside: string): { name: string; stage?: DocumentStage } {
  let name = inside.trim();
  let stage: DocumentStage | undefined;
  for (let round = 0; round < 3; round += 1) {
    const [whole = '', words = ''] = /(?<!\s)\s*[（(]([^（()）]{1,24})[)）]$/u.exec(name) ?? [];
    const bracket = BRACKETS.find((each) => words !== '' && each.words.test(words));
    if (bracket === undefined) break;
    stage ??= bracket.stage;
    name = name.slice(0, -whole.length).trim();
  }
  return stage === undefined ? { name } : { name, stage };
}

/** The stage right after a title, 《专利法》修订草案, and the rest of the sentence. */
export function stageBeside(after: string): { stage?: DocumentStage; rest: string } {
  const bracketed = /^[（(]([^（()）]{1,24})[)）]/u.exec(after);
  const bare =
    /^((?:修订|修正|修改)?(?:草案)?(?:公开)?(?:征求意见稿|[一二三]审稿|草案|送审稿))/.exec(after);
  const [whole = '', words = ''] = bracketed ?? bare ?? [];
  const stage = BRACKETS.find((each) => words !== '' && each.words.test(words))?.stage;
  return stage === undefined ? { rest: after } : { stage, rest: after.slice(whole.length) };
}

const REVISED = '(?:(?:新|最新)?(?:修订|修改|修正|制定)后?的)?(?:关于)?';
/** Words right before a title. */
const BEFORE: readonly { words: RegExp; stage: DocumentStage }[] = [
  { words: new RegExp(`(?:表决|审议|投票|正式)通过了?${REVISED}$`), stage: 'adopted' },
  { words: new RegExp(`(?:会议|大会|常委会|议会|国会|议院)通过了?${REVISED}$`), stage: 'adopted' },
  { words: new RegExp(`(?:审议|初审|二审|三审)了?${REVISED}$`), stage: 'deliberation' },
  { words: /就(?:拟定的|起草的)?$/, stage: 'consultation' },
  {
    words: new RegExp(`(?:发布|印发|公布|出台|颁布|下发|刊发|发表)了?${REVISED}$`),
    stage: 'published',
  },
];
/** Words after a title. */
const AFTER: readonly { words: RegExp; stage: DocumentStage }[] = [
  { words: /^[^，,]{0,40}(?:表决|审议|获得?|投票|正式|修订|会议)通过|^通过/, stage: 'adopted' },
  {
    words: /^[^，,]{0,24}(?:征求意见|意见征集|征集意见|征询意见|听取意见)/,
    stage: 'consultation',
  },
  {
    words: /^[^，,]{0,24}(?:(?:提交|提请|交由|接受|进行|进入)[^，,]{0,16}(?:审议|[一二三]审)|审议)/,
    stage: 'deliberation',
  },
  {
    words:
      /^(?:最终版本|全文)?(?:[^，,《]{0,20}[日月今近]|[^，,《]{0,12}(?:正式|在京|近日|昨日))?(?:在[^，,]{1,8})?(?:正式)?(?:对外)?(?:发布|印发|公布|出台|颁布|获批发布)/,
    stage: 'published',
  },
];
const IN_FORCE = /(?:施行(?!前)|生效|起实施|正式实施)/;
const STARTS = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日起/;

/**
 * The stage of a document by the words around its title, in the same sentence. A law that applies only from a day after
 * the issue counts as published. A draft that is published is still a draft.
 * @param own the stage that the title itself gives
 * @param date the day of the issue
 */
export function stageAround(
  { before, after }: { before: string; after: string },
  own: DocumentStage | undefined,
  date: IsoDate,
): DocumentStage | undefined {
  const follows = after.replace(/^[（(](?:以下简称)?[^（()）]{0,30}[)）]/u, '');
  const stage =
    BEFORE.find(({ words }) => words.test(before))?.stage ??
    AFTER.find(({ words }) => words.test(follows))?.stage;
  const isDraft = own !== undefined;
  if (stage === 'consultation' && /就(?:拟定的|起草的)?$/.test(before))
    return /征求意见|意见征集|征集意见/.test(follows) ? 'consultation' : own;
  if (isDraft) return stage === undefined || stage === 'published' ? own : stage;
  if (stage === 'deliberation' || stage === 'consultation') return stage;
  const force = forceIn(follows, date);
  if (force === 'in force') return force;
  return stage ?? force;
}

function forceIn(after: string, date: IsoDate): DocumentStage | undefined {
  // In 《人工智能法案》有关条款8月起实施 only a part comes into force.
  if (/^(?:有关|关于|的|第[\d一二三四五六七八九十百]+条|中)/.test(after)) return undefined;
  const [start = ''] = /^[^，,]{0,30}(?:[，,]?[自将于][^，,]{0,24})?/.exec(after) ?? [];
  const words = IN_FORCE.exec(start);
  if (words === null || /(?:尚未|未|[待拟])$/.test(start.slice(0, words.index))) return undefined;
  // A law in force since an earlier year is only the background of the story.
  if (/(\d{4})年/.exec(start)?.[1]?.localeCompare(date.slice(0, 4)) === -1) return undefined;
  const [, year, month = '', day = ''] = STARTS.exec(start) ?? [];
  if (month === '') return 'in force';
  const from = `${year ?? date.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return from <= date ? 'in force' : 'published';
}

/** Whether documents of a type have stages. Works and reports have none. */
export function hasStages(type: DocumentType): boolean {
  return type !== 'work' && type !== 'report';
}
