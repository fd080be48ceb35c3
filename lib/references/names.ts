import type { Found } from './read-references.ts';

/** The longest name in quotation marks, in UTF-16 units: what is longer is a sentence. */
const LONGEST = 30;
const QUOTED = new RegExp(`“([^“”\\n]{2,${LONGEST}})”`, 'gu');

/** What ends the name of something that is held, run or sold. */
const KIND =
  /(?:行动|计划|工程|平台|大会|论坛|峰会|活动|专项|展览|(?<![发进开拓扩])展|博览会|宣传周|文化节|音乐节|电影节|联盟|基金|系统|系列|列车|网|案|艺术专场|公约|倡议)$/u;
/** What follows the name of such a thing. */
const KIND_BEHIND =
  /^(?:专项|行动|计划|平台|活动|公众号|软件|系统|品牌|商标|标识|系列|案|盗录案|类案件|宣传|质押|大会|论坛|展)/u;
/** Letters that only a name has: a year, a month and day with a dot between, or Latin ones among Chinese. */
const MARKS = /(?:19|20)\d{2}|^\d{1,2}·\d{1,2}$|\p{Script=Han}·\p{Script=Han}/u;
/** Mere amounts, ages, plans that everybody means. */
const NO_NAME =
  /^(?:\d|[十百千万零一二三四五六七八九]+$)|[，。！？；+]|^[十一二三四五六七八九]{2,3}五/u;

/**
 * The names of a text: in “” where the words in them, or right behind them, say that something is called so, and
 * not that somebody said so or that a word is meant otherwise; and proper names in Latin letters. The same name
 * may be typed in capitals and without: compare them folded.
 */
export function findNames(text: string): Found[] {
  const quoted = Array.from(text.matchAll(QUOTED)).flatMap(({ 0: whole, 1: name = '', index }) => {
    const [start, end] = [index, index + whole.length];
    if (!isCalled(name, text.slice(end, end + 4))) return [];
    return [{ start, end, referent: { kind: 'name' as const, script: 'quoted' as const, name } }];
  });
  return [...quoted, ...latinNames(text)].sort((a, b) => a.start - b.start);
}

function isCalled(name: string, behind: string): boolean {
  if (MARKS.test(name)) return true;
  if (!/\p{Script=Han}/u.test(name) || NO_NAME.test(name)) return false;
  return KIND.test(name) || KIND_BEHIND.test(behind);
}

/** A word that begins with a capital, and those that go on behind it: Kirk Wallace Johnson, Pay per Crawl. */
const LATIN =
  /(?<![A-Za-z0-9@/._-])[A-Z][A-Za-z0-9]*(?:[-'’.&][A-Za-z0-9]+)*(?: (?:(?:&|and|de|for|of|per|the|von) )?[A-Z0-9][A-Za-z0-9]*(?:[-'’.&][A-Za-z0-9]+)*){0,5}/gu;

/** Abbreviations that are words of Chinese by now, no names. */
const WORDS = new Set(
  'AI AIGC API APP APPS App Apps AR CD CEO CFO CTO DJ DNA DVD EP ETC GB GDP GPS ID IP IPO IT K KB KOL KTV LED LLM Logo LOGO MB MCN MR MV NFC NFT OA OTT PB PC PCT PDF PPT Q QR SDK SEO TB Top TV UGC UI URL USB VIP VR WEB XR GB/T PK vs VS OK Pro PLUS Plus Max Mini'.split(
    ' ',
  ),
);
const NO_WORD = /^(?:Top\d*|TOP\d*|[A-Z]\d?|[\d.]+)$/u;

function latinNames(text: string): Found[] {
  return Array.from(text.matchAll(LATIN)).flatMap(({ 0: name, index }) => {
    // Stability AI is a name, AI alone none.
    if (name.split(' ').every((word) => WORDS.has(word) || NO_WORD.test(word))) return [];
    const referent = { kind: 'name' as const, script: 'latin' as const, name };
    return [{ start: index, end: index + name.length, referent }];
  });
}
