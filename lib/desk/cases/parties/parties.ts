import type { Clause } from '#lib/references/clauses/clauses.ts';
import type { Reference } from '#lib/references/reference.ts';
import { referencesIn } from '../../sentences.ts';
import { certainNamesOf, isCertain, isFullName, isPlainName, namesOf } from './party-names.ts';
import {
  ACCUSES,
  ADJUNCTS,
  APPEAL,
  AWARD,
  AWARD_TO,
  MATTER,
  PAIR,
  SUITS,
} from './party-patterns.ts';
import { SINGLES } from './single-parties.ts';

/** Who sues whom. Either side may be empty where a clause names only one. */
export type Parties = {
  plaintiffs: string[];
  defendants: string[];
  /** The two parties of a clause that does not say who sues: 甲与乙达成和解. */
  pair: readonly string[];
  /** Who appeals: 驳回某公司的上诉 does not say on which side it is. */
  appellants: string[];
  /** Whether the clause says who sues whom. */
  isSuit: boolean;
  /** Whether it only says what the parties are: 一家科技公司. */
  isVague: boolean;
};

/**
 * The parties that a clause names; `undefined` where it names none. A full suit counts before single sides.
 * @param introduced the names that the item introduces somewhere (see `introducedIn`)
 */
export function partiesIn(
  clause: Clause,
  references: readonly Reference[],
  introduced: readonly string[] = [],
): Parties | undefined {
  if (!NAMES_PARTIES.test(clause.text)) return undefined;
  const core = coreOf(clause.text);
  const known = knownNames(clause, references);
  const isKnown = (name: string) => known.has(name) || introduced.includes(name);
  for (const suit of SUITS) {
    const groups = suit.exec(core)?.groups;
    if (groups === undefined) continue;
    const { plaintiff = '', defendant = '' } = groups;
    // A title may call the parties by any words: 写作工具.
    const read = (words: string) =>
      clause.part === 'title' ? certainNamesOf(words, isKnown) : namesOf(words);
    const plaintiffs = read(plaintiff);
    const defendants = read(longestKnown(core, defendant, known) ?? defendant);
    const all = [...plaintiffs, ...defendants];
    const isLikely = all.every(isPlainName) || all.some((name) => isCertain(name) || isKnown(name));
    if (plaintiffs.length > 0 && defendants.length > 0 && isLikely)
      return {
        plaintiffs,
        defendants,
        pair: [],
        appellants: [],
        isSuit: true,
        isVague: isVague(defendant),
      };
  }
  for (const accusation of ACCUSES) {
    const groups = accusation.exec(core)?.groups;
    if (groups === undefined) continue;
    const isPlain = accusation === AWARD || accusation === AWARD_TO;
    const read = (words = '') => (isPlain ? namesOf(words) : certainNamesOf(words, isKnown));
    const [plaintiffs, defendants] = [read(groups.plaintiff), read(groups.defendant)];
    if (plaintiffs.length > 0 && defendants.length > 0)
      return { plaintiffs, defendants, pair: [], appellants: [], isSuit: false, isVague: false };
  }
  const parties: Parties = {
    plaintiffs: [],
    defendants: [],
    pair: [],
    appellants: [],
    isSuit: false,
    isVague: false,
  };
  for (const { side, words, isRole = false } of SINGLES) {
    if (parties[side].length > 0) continue;
    const { name = '' } = words.exec(core)?.groups ?? {};
    // 该社的主张: what is claimed, not who claims it.
    if (side === 'plaintiffs' && name.endsWith('的')) continue;
    // 对某公司提起诉讼, 向某公司求偿: who is sued, not who sues.
    if (side === 'plaintiffs' && BEHIND_PREPOSITION.test(name)) continue;
    // 与主播共同赔偿: one of those who pay, whom the clause before names.
    if (/^(?:[与和同跟]|[即并]?[向给])/u.test(name)) continue;
    const printed = longestKnown(core, name, known) ?? name;
    parties[side] = certainNamesOf(
      printed,
      isRole ? (word) => isKnown(word) || isFullName(word) : isKnown,
    );
    if (isVague(name)) parties.isVague = true;
  }
  const { one = '', other = '' } = PAIR.exec(core)?.groups ?? {};
  const pair = [one, other].flatMap((name) => certainNamesOf(name, isKnown));
  if (pair.length === 2) parties.pair = pair;
  const appellant = APPEAL.exec(core)?.groups?.name;
  if (appellant !== undefined) parties.appellants = certainNamesOf(appellant, isKnown);
  const { plaintiffs, defendants, appellants } = parties;
  const isNamed = [plaintiffs, defendants, parties.pair, appellants].some(
    ({ length }) => length > 0,
  );
  return isNamed ? parties : undefined;
}

/** Words for a party that begin with a preposition, as in 向某公司求偿. A name in quotation marks may hold such a character. */
const BEHIND_PREPOSITION = /^[^“]{0,16}[对向把将被]/u;

/** Each pattern of this reader needs one of these. About half of the clauses of an item about a case have none. */
const NAMES_PARTIES =
  /诉|告|索|赔|付|禁|保全|申请|撤|判|裁|认定|[指控称令命责准被对向用停]|请求|主张|要求|求偿|所求|享有|未经|擅自|和解|达成|官司|发现|涉案|否认|支持|驳回|拒绝|提起|提出|发起|纠纷|争议|握手|入禀|之请|拿出|掏出|出资|宣布|为由|构成|了结|照搬|抄袭|剽窃|复制/u;

function isVague(words: string): boolean {
  return /(?:^|[为是和与、])(?:[一二三四五六两多数]|\d+)(?:余|多)?[家名个位](?![^，]*[A-Z某“])/u.test(
    words,
  );
}

/** 向某法院递交诉状, 入禀高等法院: to sue. */
const FILED =
  /(?:向|在|于)[^，]{0,24}?(?:法院|法庭|该院)(?:递交|提交|呈交|送交|递)(?:了)?(?:民事)?(?:起诉状|诉状|入禀状|状子)|入禀(?:[^，]{0,8}?(?:法院|法庭))?(?:控告|起诉|状告|诉)?/gu;

/** The words of a clause without its adjuncts. */
function coreOf(text: string): string {
  return text
    .replace(FILED, '起诉')
    .replace(/[“《][^“”《》]{1,24}[”》]的(?=运营|开发|母公司|生产|制作|经营|出版|所有|发行)/gu, '')
    .replace(ADJUNCTS, '')
    .replace(MATTER, '')
    .replace(/(?<=[\p{Script=Han}”》]) | (?=[\p{Script=Han}“《])/gu, '')
    .replace(/^(?:美)?(?:法院|法官)(?:已)?(?:准许|批准|允许)/u, '')
    .replace(/^(?:(?![诉将向被告把])\p{Script=Han}){2,24}?法院(?:对|就|日前|近日)?/u, '')
    .replace(/^(?:认为|指出|确认|表明)(?=[^，]{2,40}诉[^，]{2,40}案)/u, '')
    .replace(
      /^，|^(?:另外?一|其中一|第[一二三四五])(?:起|件)(?:案件?)?(?:是|为|系)?|^(?:其中|而|但|由|审结|据悉|目前|法院|同时|另外|对此)(?=[\p{Script=Han}A-Z])/u,
      '',
    );
}

/** The names in a clause that `entities.yml` has, and those in Latin letters. */
function knownNames(clause: Clause, references: readonly Reference[]): Set<string> {
  return new Set(
    referencesIn(clause, references)
      .filter(({ kind }) => kind === 'organisation' || kind === 'name')
      .map(({ span }) => clause.text.slice(span.start - clause.start, span.end - clause.start)),
  );
}

/** The longest known name that begins where these words begin: 谷歌AI摘要 is 谷歌. */
function longestKnown(core: string, words: string, known: ReadonlySet<string>): string | undefined {
  if (words === '') return undefined;
  const rest = core.slice(core.indexOf(words));
  return [...known]
    .filter((name) => rest.startsWith(name) && (words.startsWith(name) || name.startsWith(words)))
    .filter((name) => !/^[“《]/u.test(name) && !/^[、和与及]/u.test(rest.slice(name.length)))
    .sort((a, b) => b.length - a.length)[0];
}
