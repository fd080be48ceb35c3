import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { Reference, Span } from '#lib/references/reference.ts';
import type { ActType } from '../../facts.ts';
import { DRAFT_NOUNS } from '../steps/fillers.ts';
import { bareNamesIn } from './bare-names.ts';

/** The name of an act in a clause. Offsets are in its part, as those of the clause are. */
export type ActName = {
  start: number;
  end: number;
  name: string;
  type: ActType;
  /** Whether the words of the name say that it is a draft, and one that is open for comments. */
  draft: 'draft' | 'consultation' | undefined;
};

/** The names of acts in a clause, in order: those in 《》 and in lists, then those that the verb before them marks. */
export function actNamesIn(
  clause: Clause,
  references: readonly Reference[],
  stateOfClause: () => string | undefined,
): ActName[] {
  const names = references.flatMap((reference) => {
    const { span } = reference;
    if (span.part !== clause.part || span.start < clause.start || span.end > clause.end) return [];
    // 〈专利审查指南〉 in 《关于修改〈专利审查指南〉的决定》 is no act of its own.
    const isInner = references.some(
      ({ kind, span: { part, start, end } }) =>
        kind === 'document' && part === span.part && start < span.start && end > span.end,
    );
    return isInner ? [] : (namedBy(reference, clause) ?? []);
  });
  const isFree = (start: number, end: number) =>
    !names.some((each) => start < each.end && each.start < end);
  for (const { at, length, name, type } of bareNamesIn(clause, stateOfClause)) {
    const start = clause.start + at;
    const end = start + length;
    if (!isFree(start, end)) continue;
    const draft = draftIn(clause.masked.slice(end - clause.start, end - clause.start + 12));
    names.push({ start, end, name: withState(name, type, stateOfClause), type, draft });
  }
  return names.sort((a, b) => a.start - b.start);
}

/** The law of another state is named with it: 丹麦版权法. */
function withState(name: string, type: ActType, stateOfClause: () => string | undefined): string {
  const state = type === 'law' && !/\d/u.test(name) ? stateOfClause() : undefined;
  if (state === undefined || state.startsWith('中国') || name.startsWith(state)) return name;
  return `${state}${name}`;
}

function namedBy(reference: Reference, clause: Clause): ActName | undefined {
  if (reference.kind !== 'document') return undefined;
  const { name, type } = reference;
  if (type === 'report' || type === 'work') return undefined;
  const { start, end } = reference.span;
  if (WORK.test(clause.text.slice(0, start - clause.start))) return undefined;
  const written = clause.text.slice(start - clause.start, end - clause.start);
  const after = clause.text.slice(end - clause.start, end - clause.start + 12);
  const inName =
    /[（(](?:[^（）()]*(?:草案|草稿|稿)[^（）()]{0,6}|[^（）()]{0,2}案)[)）]》?$/u.exec(
      written,
    )?.[0] ?? '';
  const [rules] = RULES_OF.exec(after) ?? [];
  if (rules !== undefined && /[》法]$/u.test(written))
    return {
      start,
      end: end + rules.length,
      name: `${name}${rules}`,
      type: 'regulation',
      draft: draftIn(after.slice(rules.length)),
    };
  return {
    start,
    end,
    name,
    type: isTreaty(name) ? 'treaty' : type,
    draft:
      name.endsWith('草案') || PROPOSED.test(clause.text.slice(0, start - clause.start))
        ? 'draft'
        : draftIn(inName + after),
  };
}

/** 电影《宪法》, 游戏《银河法典》: a work that is named like an act. */
const WORK =
  /(?:电影|影片|新片|大片|动画|动画片|纪录片|剧集|电视剧|网剧|短剧|话剧|舞剧|音乐剧|综艺|游戏|手游|小说|网文|漫画|绘本|专辑|歌曲|单曲|新书|专著|图书|画作|油画)$/u;

/** 刊出拟议规则《……》 */
const PROPOSED = /(?:拟议|拟定|拟出台)的?(?:新?规则|规定|标准|指引|指南|办法|条例|法案)$/u;

/** 《电影法》实施办法 is an act of its own. */
const RULES_OF = /^(?:实施|施行)(?:条例|细则|办法|规定|规则|令)(?![的是]依据)/u;

const DRAFT_WORDS = new RegExp(
  `^[（(]?[^，]{0,8}?(?:${DRAFT_NOUNS})|^[（(][^（）()]{0,2}案[)）]`,
  'u',
);

/** Whether words begin with those for a draft. */
function draftIn(words: string): ActName['draft'] {
  const [found] = DRAFT_WORDS.exec(words) ?? [];
  if (found === undefined) return undefined;
  return found.endsWith('意见稿') ? 'consultation' : 'draft';
}

function isTreaty(name: string): boolean {
  return /(?:协定|议定书|条约|公约|备忘录)$/u.test(name) && !/自律/u.test(name);
}

/** The part of a clause as a span of the item. */
export function spanOf({ part, start, end }: Clause): Span {
  return { part, start, end };
}
