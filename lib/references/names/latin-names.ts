import type { NameMatch } from '../finder.ts';

/** Words and abbreviations that are common in Chinese texts and are not proper names. */
const COMMON = new Set(
  `A AGI AI AIGC AIoT ADR App APP AR ARPU B2B B2C BGM BIM BOSS C2C CEO CFO COO CPU CTO CD CDN CP CPI CT DAU DIY
  DJ DNA DNS DRM DVD EB EMS EPC ESG ETF EUR EV FOB FTA GB GDP GMV GPU GPS HK HR HTML HTTP HTTPS ID IDC IDE IM IP IPO IPTV
  IP2 IT ISBN ISRC ISSN KB KOC KOL KPI KTV KV LED LIVE Live LLM LOGO Logo MAU MB MCN MP3 MP4 MR MV NBER NFT NO No
  OA OCR OEM ODM OK OS OTA OTT PB PC PCT PDF PGC PK PLUS Plus POS PPT PR PRO Pro PUGC QR RAG RMB ROI RWA R&D
  SaaS SCI SDK SKU SLG SEO SNS SPA T TB Top TOP TV UGC UI UP URL USB USD VC Vlog VIP VPN VR Vol VS Web WEB WiFi WIFI Wi XR ZIP
  Class Chapter Part Section Article The the In On At Of Mr Mrs Dr CNY EP LP OVA OST`.split(/\s+/),
);

const WORD =
  "(?:[\\p{Lu}\\p{Lt}][\\p{Script=Latin}\\d]*|[a-z]{1,2}\\p{Lu}[\\p{Script=Latin}\\d]+)(?:['’&.+-](?=\\p{Lu})[\\p{Script=Latin}\\d]+|(?<=\\p{Ll})['’]s(?!\\p{L}))*";
const LINK = '(?:of|the|per|and|for|de|von|van|di|la|&)';
/** Capitalised words, with small words between them and a number at the end: Getty Images, Pay per Crawl, Veo 3. */
const RUN = new RegExp(
  `(?=[\\p{Lu}\\p{Lt}a-z])(?<![\\p{Script=Latin}\\d@./_#%-])${WORD}(?: (?:${LINK} ){0,2}${WORD}){0,6}(?: \\d{1,2}(?:\\.\\d{1,2})?(?![\\d.,%％年月日时点分秒亿万千百元美个件部名位家人届期条款第次岁集号倍]))?`,
  'gu',
);
/** A small word after a few words: then they are a sentence in a foreign language, not a name. */
const PROSE =
  /^(?: ?[\p{Script=Latin}\d'’,;:-]+(?: [\p{Script=Latin}\d'’,;:-]+){0,2})? (?!of |the |per |and |for |de |von |van |di |la )\p{Ll}{2,}/u;

/** Finds the proper names in Latin letters in a text, in order, each in its canonical form. */
export function findLatinNames(text: string): NameMatch[] {
  const names: NameMatch[] = [];
  if (!/\p{Lu}/u.test(text)) return names;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const end = index + run.length;
    const after = text.slice(end, end + 48);
    // Web and mail addresses, and prose, are not names.
    if (/^(?:[@_]|\.\p{Script=Latin}|:\/\/|-\p{Ll})/u.test(after) || PROSE.test(after)) continue;
    if (/\p{Ll}{2}[,;]? $/u.test(text.slice(Math.max(0, index - 4), index))) continue;
    const words = run.split(' ');
    if (words.every(isCommon) || !/\p{Script=Latin}{2}/u.test(run)) continue;
    names.push({ start: index, end, name: canonicalName(run) });
  }
  return names;
}

function isCommon(word: string): boolean {
  return COMMON.has(word) || /^(?:Top|TOP|No|V|v|H|Q|5G|4G|\d)[\d.]*$|^[\p{Lu}]\d*$/u.test(word);
}

/**
 * One form of a name for all its spellings. Of words of six capitals or more, and of all words of a name in capitals,
 * only the first letter stays a capital: LABUBU is Labubu, THE MONSTERS is The Monsters. BBC stays BBC.
 */
export function canonicalName(name: string): string {
  const words = name
    .replace(/[Ａ-Ｚａ-ｚ０-９]/g, (letter) => letter.normalize('NFKC'))
    .replace(/['’]s$/u, '')
    .trim()
    .split(/\s+/);
  const isInCapitals = words.length > 1 && words.every((word) => /^[^\p{Ll}]+$/u.test(word));
  return words
    .map((word) =>
      /^\p{Lu}{6,}$/u.test(word) ||
      (isInCapitals && /^\p{Lu}{3,}$/u.test(word) && !COMMON.has(word))
        ? word.slice(0, 1) + word.slice(1).toLowerCase()
        : word,
    )
    .join(' ');
}
