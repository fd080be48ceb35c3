import type { DateRole } from '../reference.ts';

/** How far from a day the words are read that say what happens on it, in UTF-16 units. */
const READ_AFTER = 64;
const READ_BEFORE = 40;

/** The day of a report itself. */
const REPORTED =
  /^(?:[^，。；]{0,3}(?:报道|消息|电|讯|刊文|获悉)|（[^（）]*）[^，。；]{0,4}(?:报道|消息|首先报道))/u;
/** A day up to which something was counted. */
const COUNTED = /(?:截至|截止到?|截止目前)$/u;

/** A day until which something can be done. */
const UNTIL = /^(?:（[^（）]*）)?(?:\d{1,2}[时点:：]\S{0,4})?(?:之?前|以前|为止|截止|止)/u;
const LAST_DAY = /(?:截止(?:时间|日期|日)?[为是：:]?|截至|不晚于|不迟于|最晚)$/u;
const CONSULTED = /征求意见|征集意见|意见征集|反馈意见|意见反馈|提出意见|公开征集/u;
const REGISTERED = /报名|申报|投稿|参评|提交材料|递交|注册参加/u;

/** Words right after a day, from which something applies. */
const FROM: readonly [words: RegExp, role: DateRole][] = [
  [/^(?:（[^（）]*）)?起[^，。；]{0,16}?生效/u, 'in force'],
  [/^(?:（[^（）]*）)?起[^，。；]{0,16}?(?:施行|实施|执行|适用)/u, 'applies from'],
  [/^(?:（[^（）]*）)?(?:正式|开始)?生效/u, 'in force'],
  [/^(?:（[^（）]*）)?(?:正式|开始)?(?:施行|实施)/u, 'applies from'],
];

/** What happens on a day: the first of these words after it decides. */
const HAPPENED: readonly [words: RegExp, role: DateRole][] = [
  [/开庭|开审|庭审|公开审理|听证/u, 'hearing'],
  [/宣判|判决|裁定|裁决|判令|下达/u, 'judgment'],
  [
    /举办|举行|召开|开幕|开展|开讲|开馆|参展|启动仪式|为期|^是[^，。；]{0,16}[日节](?![\p{Script=Han}])/u,
    'event',
  ],
  [/发布|公布|印发|公告|出台|宣布|通报|披露|上线/u, 'published'],
];

/** What happens on the day at `start` to `end`, as its sentence says; `undefined` if it does not say. */
export function dateRole(
  text: string,
  { start, end, isSpan }: { start: number; end: number; isSpan: boolean },
): DateRole | undefined {
  const after = upTo(text.slice(end, end + READ_AFTER), /[。；！？\n]/u);
  const before = text
    .slice(Math.max(0, start - READ_BEFORE), start)
    .replace(/^.*[。；！？\n]/su, '');
  if (UNTIL.test(after) || LAST_DAY.test(before)) {
    const sentence = before + after;
    if (CONSULTED.test(sentence)) return 'consultation ends';
    if (REGISTERED.test(sentence)) return 'registration ends';
  }
  if (COUNTED.test(before) || REPORTED.test(after)) return undefined;
  for (const [words, role] of FROM) if (words.test(after)) return role;
  return firstRole(after) ?? (isSpan && EVENT_BEFORE.test(before) ? 'event' : undefined);
}

/** An event before its days: 时间为4月20日至26日, 于6月18日至22日. */
const EVENT_BEFORE =
  /(?:活动|大会|论坛|展会|博览会|宣传周|周|节|展)[^，。；]{0,12}(?:时间|定于|将于|于|为)$/u;

/** The role of the first word in `HAPPENED`, up to the next day in the sentence. */
function firstRole(after: string): DateRole | undefined {
  const own = upTo(after, /\d{1,2}月\d{1,2}日/u);
  let first: { at: number; role: DateRole } | undefined;
  for (const [words, role] of HAPPENED) {
    const at = own.search(words);
    if (at !== -1 && (first === undefined || at < first.at)) first = { at, role };
  }
  return first?.role;
}

function upTo(text: string, mark: RegExp): string {
  const at = text.search(mark);
  return at === -1 ? text : text.slice(0, at);
}
