/**
 * The words that stand before the source of an item. The parser, `import` and `fix` all recognise these; what they
 * write says 来源.
 */
const LABELS = [
  '来源',
  '來源',
  '出处',
  '出處',
  '资料来源',
  '資料來源',
  '消息来源',
  '消息來源',
  '新闻来源',
  '新聞來源',
  '信息来源',
  '資訊來源',
  '文章来源',
  '文章來源',
  '稿件来源',
  '原文来源',
  '来源媒体',
  '来源网站',
  '信源',
  '稿源',
  'sources?',
];

/** Such a word without its colon: the source of a regular expression for the flags `i` or `iu`. */
export const SOURCE_WORD = `(?<![A-Za-z])(?:${LABELS.join('|')})`;

/** The first characters of these words. */
export const SOURCE_WORD_STARTS = [...new Set(LABELS.map((label) => label.charAt(0)))].join('');

/** Such a word and its colon, `来源：` or `Source:`. White space may stand between the two. */
export const SOURCE_LABEL = String.raw`${SOURCE_WORD}\s{0,9}[:：]`;

/** What follows the opening bracket of a source: a label, or `via` and a name. */
export const BRACKET_LABEL = String.raw`(?:${SOURCE_LABEL}|via(?:\s{0,9}[:：]|(?=\s)))`;

/**
 * What begins a line that is a source: a label, or `via` if the rest of the line is a name and not a sentence. English
 * prose uses `via` as an ordinary word.
 */
export const LINE_LABEL = String.raw`(?:${SOURCE_LABEL}|via(?:\s{0,9}[:：]|(?=\s))(?=[^\n。！？!?]{1,40}(?<![.。])(?:\n|$)))`;

/** Link texts that do not name the publisher of the report that they lead to: 证券日报（[原文](…)）. */
const LINK_WORDS = new Set([
  '原文',
  '原文链接',
  '原文鏈接',
  '原文地址',
  '链接',
  '鏈接',
  '地址',
  '网址',
  '全文',
  '详情',
  '查看详情',
  '阅读全文',
  '閱讀全文',
  '阅读原文',
  '閱讀原文',
  '查看原文',
  '查看全文',
  '点击阅读',
  '阅读更多',
  '查看更多',
  '来源',
  '來源',
  '来源链接',
  'link',
  'url',
  'source',
  'read more',
  'read',
  'more',
  'full story',
  'read the full story',
]);

/** Longer than any of them, even with an arrow beside it and in brackets. */
const LONGEST_LINK_WORD = 30;

/** Whether the text of a link only says that it is a link: 原文, 阅读全文 →, `Read more`. */
export function isLinkWord(text: string): boolean {
  if (text.length > LONGEST_LINK_WORD) return false;
  const word = text.replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '').toLowerCase();
  return LINK_WORDS.has(word);
}
