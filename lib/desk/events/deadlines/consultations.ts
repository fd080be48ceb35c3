import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { TimedSentence } from '../../sentences.ts';
import type { EventInput } from '../event-input.ts';
import { topicIn } from './claims.ts';
import { ANSWERED } from './deadline-words.ts';

/** What is open for comments until a day: an act, a paper that is not read as one, or a question. */
export function consultation(sentence: TimedSentence, input: EventInput): string | undefined {
  const { actNames, title, text } = input;
  const name =
    actIn(sentence.text, actNames) ??
    openAct(input) ??
    ofAct(sentence.text) ??
    draftIn(sentence.text) ??
    markedDraftIn(text) ??
    actIn(title, actNames) ??
    actNames.at(-1) ??
    draftIn(text) ??
    topicIn(sentence, input) ??
    paperIn(sentence, text);
  return name === undefined ? undefined : `${name}征求意见`;
}

/** 欢迎各界于12月20日前来信来函, of a draft that is open for comments. */
export function answers(
  { masked }: Clause,
  { masked: sentence }: TimedSentence,
  input: EventInput,
): string | undefined {
  const isAsked = /可|请|欢迎|邀/u.test(masked);
  const open =
    openAct(input) ?? (isAsked ? input.acts.find(({ step }) => step === 'draft')?.name : undefined);
  if (open === undefined) return undefined;
  const isAnswer = ANSWERED.test(masked) || (/前$/u.test(masked) && ANSWERED.test(sentence));
  return isAnswer ? `${open}征求意见` : undefined;
}

/**
 * The act that is open for comments. Where the item names acts whose names begin alike, 著作权法 and 著作权法施行令, it is the one
 * with the longest name, which is the most exact.
 */
function openAct({ acts }: EventInput): string | undefined {
  const names = acts.flatMap(({ step, name }) => (step === 'consultation' ? [name] : []));
  const [first = ''] = names;
  return names.filter((name) => name.startsWith(first)).sort((a, b) => b.length - a.length)[0];
}

/** What makes of an act the name of another: 著作权法施行令. */
const OTHER_ACT = /^(?:实施|施行)?(?:条例|令|细则|规则|办法|规定|准则|指引|指南|指针|解释)/u;

/** The first act whose name a text gives, and not only as a part of a longer one. */
function actIn(text: string, names: readonly string[]): string | undefined {
  return names.find((name) => {
    const at = text.indexOf(name);
    const rest = text.slice(at + name.length, at + name.length + 6).replace(/^》/u, '');
    return at !== -1 && !OTHER_ACT.test(rest);
  });
}

/** 《人工智能法》实施指南草案: a paper that is called after an act. */
const OF_ACT =
  /《([^《》]{2,30})》((?:实施|施行)(?:条例|令|细则|规则|办法|准则|指引|指南|指针)(?:草案|修正案)?)/u;

/** A paper of an act that a sentence names. */
function ofAct(text: string): string | undefined {
  const [, act, paper] = OF_ACT.exec(text) ?? [];
  return act === undefined || paper === undefined ? undefined : act + paper;
}

const TITLE = /《([^《》（）]{2,40})(?:（([^《》（）]{1,12})）)?》/gu;
/** What a paper is published in is not what is open for comments: 在《联邦公报》刊出. */
const PERIODICAL =
  /(?:公报|日报|晚报|时报|周报|周刊|月刊|杂志|宪报|政报|纪事|学报|通讯|新闻|(?<![通情年简海])报)$/u;
const MARKED =
  /^(?:[^（）]{0,6}(?:征求意见稿|意见稿|送审稿|草案|草稿|案|初稿|咨询稿|讨论稿|拟稿))$/u;

/** A paper that is open for comments, if it is not read as an act: 《外观设计框架（征求意见稿）》. */
function draftIn(text: string): string | undefined {
  return Array.from(text.matchAll(TITLE), ([, name = '']) => name).find(
    (name) => !PERIODICAL.test(name),
  );
}

/** A paper that its title calls a draft: 《声音利用指针（案）》. */
function markedDraftIn(text: string): string | undefined {
  return Array.from(text.matchAll(TITLE)).find(([, , mark = '']) => MARKED.test(mark))?.[1];
}

/** A paper without a title of its own: 一份关于生成式AI与版权的工作文件. */
const PAPER =
  /(?:关于|有关|涉及)([^，。；《》关有]{2,30}?)的((?:工作|[咨谘]询|讨论|政策|立场|磋商|征询|概念)(?:文件|文稿|文书)|绿皮书|规则草案|草案|征求意见稿|拟议规则|提案)/u;

/** The paper that an item names, where the sentence goes on about it: 文件公开征求意见至1月7日. */
function paperIn({ masked }: TimedSentence, text: string): string | undefined {
  if (!/文件|文稿|文书|草案|绿皮书|规则|提案|征求意见|[咨谘]询/u.test(masked)) return undefined;
  const [, topic, noun] = PAPER.exec(text) ?? [];
  return topic === undefined || noun === undefined ? undefined : `${topic}${noun}`;
}
