import type { Clause } from '#lib/references/clauses/clauses.ts';
import { statesIn } from '../../states.ts';
import { DRAFT_NOUNS } from '../steps/fillers.ts';
import type { ActName } from './act-names.ts';

/** A place that is no party: 常驻日内瓦代表团. */
const SEAT =
  /(?:常驻|驻)[^，、]{2,8}?(?:代表|大使|使馆|使团|机构)|在[^，、]{2,6}?(?=签|举行|会晤|会谈|共同|联合|正式|一致|表决|通过|达成|缔结|续签|召开|开幕)/gu;

const BY_CHARACTER = new Map(
  '中国 美国 英国 法国 德国 日本 韩国 俄罗斯 泰国 越南 澳大利亚 欧盟'
    .split(' ')
    .map((state) => [state.charAt(0), state]),
);

/** 中美双方, 日韩两国: two states by a character each. Of 中新 and 中巴 the second may be one of several states. */
function statesOfPair(words: string): string[] {
  const [, pair = ''] = PAIR.exec(words) ?? [];
  return Array.from(pair, (char) => BY_CHARACTER.get(char) ?? '').filter(Boolean);
}
const PAIR = new RegExp(
  `([${[...BY_CHARACTER.keys()].join('')}]{2})(?:双方|两国|双边|政府间|自贸|自由贸易|签)`,
  'u',
);

/** The states of a treaty: 中国、泰国. */
export function statesOfTreaty(words: string, name = ''): string | undefined {
  // The states in the name are the parties: 《欧盟—印度尼西亚协定》 is none of France, where a house sits.
  if (name !== '' && statesIn(name).length > 1) return statesIn(name).join('、');
  const isChinese =
    /中国|中华人民共和国|中[\p{Script=Han}](?:双方|两国|更新)|国家版权局|国家知识产权局|国务院/u.test(
      words,
    );
  const named = [...(isChinese ? ['中国'] : []), ...statesIn(words.replace(SEAT, ''))];
  const states = new Set([...named, ...statesOfPair(words)]);
  return states.size === 0 ? undefined : [...states].join('、');
}

const AND = new RegExp(
  `^(?:${DRAFT_NOUNS}|修正案|修订案)?(?:、|和|与|及|以及|□){0,40}(?:新版|新的|新|修订后的|新修订的|原)?$`,
  'u',
);

/** Acts in one list, 《…》《…》和《…》, have their verbs in common. */
export function listsOf(names: readonly ActName[], clause: Clause): ActName[][] {
  const lists: ActName[][] = [];
  for (const name of names) {
    const list = lists.at(-1);
    const last = list?.at(-1);
    const between =
      last === undefined
        ? undefined
        : clause.masked.slice(last.end - clause.start, name.start - clause.start);
    if (list !== undefined && between !== undefined && AND.test(between)) list.push(name);
    else lists.push([name]);
  }
  return lists;
}

/** An item that names no other state is about China, or about the one region that its title names. */
export function homeOf({ title, text }: { title: string; text: string }): string | undefined {
  const regions = ['香港', '澳门', '台湾'].filter((region) => title.includes(region));
  if (regions.length === 1) return `中国${regions[0]}`;
  return statesIn(title + text).length === 0 ? '中国' : undefined;
}
