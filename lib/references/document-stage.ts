import type { DocumentStage } from './reference.ts';

/** What the words around a document say of it, the furthest stage first: a text tells of the last one. */
const WORDS: readonly [words: RegExp, stage: DocumentStage][] = [
  [/表决通过|审议通过|获通过|获得通过|正式通过/u, 'adopted'],
  [/征求意见|征集意见|意见征集|公开征集/u, 'consultation'],
  [
    /提交[^，。；]{0,14}审议|[一二三]审(?!稿)|首次审议|初次审议|会议审议|提请[^，。；]{0,14}审议/u,
    'deliberation',
  ],
  [/起(?:正式)?(?:施行|实施|生效)|正式施行|正式实施|开始施行/u, 'in force'],
  [/发布|公布|印发|颁布|出台|下发/u, 'published'],
];

/** How far behind a document's name its stage may be told, and before it; in UTF-16 units. */
const BEHIND = 44;
const BEFORE = 16;

/** How far a document has come, as the words of its sentence say; `undefined` where they do not. */
export function documentStage(
  text: string,
  { start, end }: { start: number; end: number },
): DocumentStage | undefined {
  // What is said of an earlier year is history.
  const rest = text.slice(end, end + BEHIND);
  const own = upTo(rest, /[。；！？《\n]|于(?:19|20)\d{2}年/u);
  // The words before another title are that one's.
  const behind = rest[own.length] === '《' ? own.replace(/[，、和与及][^，]*$/u, '') : own;
  const before = text
    .slice(Math.max(0, start - BEFORE), start)
    .replace(/^.*[。；！？》\n，]/su, '');
  for (const [words, stage] of WORDS) if (words.test(behind) || words.test(before)) return stage;
  return undefined;
}

function upTo(text: string, mark: RegExp): string {
  const at = text.search(mark);
  return at === -1 ? text : text.slice(0, at);
}
