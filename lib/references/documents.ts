import { documentStage } from './document-stage.ts';
import { entityIndex } from './entity-index.ts';
import type { Found, ReferenceContext } from './read-references.ts';
import type { DocumentStage, DocumentType } from './reference.ts';

/** What ends a title, and what it so is; the first that fits. */
const ENDINGS: readonly [ending: RegExp, type: DocumentType][] = [
  [/(?:最高人民法院|最高人民检察院|最高法|两高).*(?:规定|解释|批复)$|解释$/u, 'interpretation'],
  [/(?:条例|办法|规定|细则|规则|规章|决定|指令|管理令)$/u, 'regulation'],
  // An art, a skill or a way of thinking is no law.
  [
    /(?<![兵书魔方办做看说想笔语用手疗枪剑戏无合非违司执守文历算佛技章])(?:法|法典|法案|宪法)$/u,
    'law',
  ],
  [/(?:意见|通知|规划|纲要|方案|公告|通告|计划|决议|声明|备忘录|行动)$/u, 'policy'],
  [/(?:标准|指南|规范|准则|指引|规程)$|^GB\/?T?\s?\d/u, 'standard'],
  [/(?:报告|白皮书|蓝皮书|绿皮书|年鉴|年报)$/u, 'report'],
];

/** Brackets at the end of a title: how far it is, its year, its number. */
const STAGES: readonly [words: RegExp, stage: DocumentStage][] = [
  [/征求意见稿|公开征求意见/u, 'consultation'],
  [/[一二三]审稿|审议稿/u, 'deliberation'],
  [/草案|送审稿|讨论稿/u, 'draft'],
];

/** A title that is no more than the word for its kind: 《条例（草案）》, said of one that was named before. */
const SHORT =
  /^(?:条例|办法|规定|细则|规则|决定|法案|意见|通知|规划|纲要|方案|公告|计划|标准|指南|规范|准则|报告|白皮书|蓝皮书|解释|草案|征求意见稿)$/u;

/** The longest title that is read as one, in UTF-16 units. */
const LONGEST = 120;

/**
 * The documents and works that a text names in 《》, and those that `entities.yml` lists as named without. One
 * that is called by its kind alone is the last of that kind named before it, in the item's title or in the text.
 */
export function findDocuments(text: string, { title, entities }: ReferenceContext): Found[] {
  const named = titlesIn(title).map(({ inner }) => nameOf(inner).name);
  const found: Found[] = [];
  for (const { start, end, inner } of titlesIn(text)) {
    const { name: typed, stage: marked } = nameOf(inner);
    const name = SHORT.test(typed) ? longFor(typed, named) : typed;
    if (name === undefined) continue;
    named.push(name);
    const type = typeOf(name);
    const stage =
      type === 'work' || type === 'report'
        ? undefined
        : (documentStage(text, { start, end }) ?? marked);
    const referent = {
      kind: 'document' as const,
      type,
      name,
      ...(stage === undefined ? {} : { stage }),
    };
    found.push({ start, end, referent });
  }
  const isInTitle = (at: number) => found.some(({ start, end }) => start <= at && at < end);
  for (const { start, end, entity } of entityIndex(entities)(text)) {
    if (entity.kind !== 'document' || isInTitle(start)) continue;
    const stage = documentStage(text, { start, end });
    const type = typeOf(entity.name);
    found.push({
      start,
      end,
      referent: {
        kind: 'document',
        type,
        name: entity.name,
        ...(stage === undefined ? {} : { stage }),
      },
    });
  }
  return found;
}

/** The last name before that the short one can stand for: 《条例》 for any 条例, 《草案》 for any of them. */
function longFor(short: string, named: readonly string[]): string | undefined {
  const isOfAny = short === '草案' || short === '征求意见稿';
  return named.findLast(
    (name) => !SHORT.test(name) && (isOfAny ? typeOf(name) !== 'work' : name.endsWith(short)),
  );
}

/** What a title names, by how it ends. */
export function typeOf(name: string): DocumentType {
  const bare = name.replace(/(?:（[^（）]*）|\d{4}年?)+$/u, '');
  return ENDINGS.find(([ending]) => ending.test(bare))?.[1] ?? 'work';
}

/** A title without the stage in its last brackets. */
function nameOf(inner: string): { name: string; stage: DocumentStage | undefined } {
  const match = /[（(]([^（）()]*)[）)]$/u.exec(inner);
  const stage = STAGES.find(([words]) => words.test(match?.[1] ?? ''))?.[1];
  const name = (stage === undefined ? inner : inner.slice(0, match?.index)).trim();
  return { name: name.replace(/\(([^()]*)\)/gu, '（$1）'), stage };
}

/** The outermost titles in 《》, read by depth: one may stand in another, in 〈〉 or in 《》. */
function titlesIn(text: string): { start: number; end: number; inner: string }[] {
  const titles: { start: number; end: number; inner: string }[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    // A title that was never closed ends with its line, or where none is as long.
    if (depth > 0 && (mark === '\n' || at - start > LONGEST)) depth = 0;
    if (mark === '《') {
      if (depth === 0) start = at;
      depth += 1;
    } else if (mark === '》' && depth > 0) {
      depth -= 1;
      const inner = text.slice(start + 1, at).trim();
      if (depth === 0 && inner !== '') titles.push({ start, end: at + 1, inner });
    }
  }
  return titles;
}
