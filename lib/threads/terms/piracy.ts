import { readEvents } from './events.ts';
import { isAdversarial } from './plaintiffs.ts';
import type { ItemParts, Term } from './term.ts';

/** Kinds of works, in one word for each kind, and the words by which texts call them. */
const KINDS: readonly (readonly [name: string, words: string])[] = [
  ['短剧', '微?短剧'],
  ['网络文学', '网络文学|网文|网络小说'],
  ['有声书', '有声书|有声读物'],
  ['教辅', '教辅|教材'],
  ['图书', '图书|少儿读物'],
  ['音乐', '音乐|歌曲'],
  ['动漫', '动漫|动画|漫画'],
  ['影视', '电影|影视|电视剧|院线|综艺'],
  ['游戏', '游戏'],
  ['体育赛事', '赛事'],
  ['软件', '软件'],
  ['播客', '播客'],
  ['剧本', '剧本杀|剧本'],
  ['字体', '字体'],
  ['网课', '网课|在线课程|知识付费'],
];
const KIND = new RegExp(KINDS.map(([, words]) => `(${words})`).join('|'), 'g');
/** How a title speaks of piracy or of what is done against it, behind the kind of works. */
const PIRACY =
  /^[^\s，。；：]{0,8}?(?:反?盗版|反盗|盗播|盗录|侵权乱象|版权(?:服务|保护|秩序|治理|监测|维权|乱象))/;
const TELLS_OF_PIRACY = /盗版|盗播|盗录|侵权|维权/;
/** Words of a title for a single case, which is a story by itself, and for figures. */
const SINGLE =
  /查获|侦破|破获|捣毁|获刑|被判|判决|警方|公安|海关|检察|一案|该案|案例|典型案|规模|产值|用户/;

/**
 * The kind of works whose piracy a title is about. It is no term of an item on a single case, or of a campaign, which
 * is a story of its own.
 */
export function readPiracy(parts: ItemParts): Term[] {
  const { title, lead, rest } = parts;
  if (isAdversarial(title) || SINGLE.test(title) || !TELLS_OF_PIRACY.test(`${title}${lead}${rest}`))
    return [];
  if (readEvents(parts).some(({ place }) => place === 'title')) return [];
  for (const match of title.matchAll(KIND)) {
    if (!PIRACY.test(title.slice(match.index + match[0].length))) continue;
    const [name = ''] = KINDS[match.slice(1).findIndex((group) => group !== undefined)] ?? [];
    const label = `${name}盗版`;
    return [{ key: `piracy ${name}`, kind: 'piracy', label, written: match[0], place: 'title' }];
  }
  return [];
}
