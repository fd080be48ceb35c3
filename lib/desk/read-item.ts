import { plainChinese } from '#lib/references/plain-chinese.ts';
import type { Reference } from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { readActs } from './acts/read-acts.ts';
import { asWritten } from './as-written.ts';
import { readCases } from './cases/read-cases.ts';
import { readEvents } from './events/read-events.ts';
import type { DeskFacts } from './facts.ts';
import { readSentences } from './sentences.ts';

/** The title and the text of an item. */
type Texts = { title: string; text: string };

/** An item in plain Chinese (see `plainChinese`), in which its references and facts are read. Offsets stay the same. */
export function plainItem({ title, text }: Texts): Texts {
  return { title: plainChinese(title), text: plainChinese(text) };
}

/**
 * Reads what the desk lists of an item. Each fact carries the clause that tells it.
 * @param item as it is written
 * @param references what `readReferences` found in it, in plain Chinese
 * @param date the day of the issue
 * @param plain the item in plain Chinese, where the caller has it already
 */
export function readDesk(
  item: Texts,
  references: readonly Reference[],
  date: IsoDate,
  plain = plainItem(item),
): DeskFacts {
  const { title } = plain;
  const text = afterDateline(plain.text);
  const sentences = readSentences({ title, text }, references, date);
  const { acts, mentioned } = readActs({ sentences, title, text, date });
  const cases = readCases({ sentences, title, text, date });
  const actNames = [...acts, ...mentioned].map(({ name }) => name);
  const events = readEvents({ sentences, title, text, date, acts, actNames, cases });
  const facts = {
    acts,
    mentioned: mentioned.map(({ name, type, state }) => ({ name, type, state })),
    cases,
    events,
  };
  return asWritten(facts, `${plain.title}\n${plain.text}`, `${item.title}\n${item.text}`);
}

/** 重庆日报讯 （记者某某）, 新华社北京4月30日电: who reports, at the beginning of a text. */
const DATELINE =
  /^(?:（[^（）]{0,16}(?:记者|编译|通讯员|专稿)[^（）]{0,16}）|【[^【】]{1,24}】|[^，。：；]{2,24}?(?:讯|电|消息|专稿)[ \u3000：])(?:（[^（）]{1,24}）)?/u;

/**
 * A text without the place of its dateline, which is that of the report; commas keep the offsets of the rest. Its day
 * stays: it tells the month of 30日表决 in the first sentence.
 */
function afterDateline(text: string): string {
  const [dateline = ''] = DATELINE.exec(text) ?? [];
  const digit = dateline.search(/\d/u);
  const place = digit === -1 ? dateline.length : digit;
  const day = dateline.slice(place).replace(/[ \u3000：）】]/gu, '，');
  return '，'.repeat(place) + day + text.slice(dateline.length);
}
