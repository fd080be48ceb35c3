import type { Item } from '#lib/content/issue.ts';
import { type Listed, listNames } from '#lib/desk/listed.ts';

/**
 * What an item puts into a list, a line for each fact with the clause behind it:
 * `法规 反不正当竞争法 通过 2025-06-27 ← “6月27日，……通过”`. Before the facts of a case, its parties and courts.
 */
export function showListed({ list, name, written, facts }: Listed, item: Item): string[] {
  const head = `${listNames[list]} ${name}`;
  const about = Object.entries(LABELS).flatMap(([field, label]) => {
    const value = written[field];
    return value === undefined ? [] : [`${label}${[value].flat().join('、')}`];
  });
  return [
    ...(about.length === 0 || list === 'events' ? [] : [`${head} ${about.join('；')}`]),
    ...facts.map(({ words, clause }) => {
      const quote =
        clause === undefined
          ? '编辑补充'
          : `“${item[clause.part].slice(clause.start, clause.end).trim()}”`;
      return `${head} ${words} ← ${quote}`;
    }),
  ];
}

/** What is said without a clause, and how it is shown. */
const LABELS: Readonly<Record<string, string>> = {
  of: '',
  kind: '',
  plaintiffs: '原告 ',
  defendants: '被告 ',
  courts: '法院 ',
  numbers: '案号 ',
};
