import type { SumRole } from './reference.ts';

/** A sum per piece is a price, not a sum of a case. */
const EACH = /每[^，。；]{0,8}$/u;

/** Words of a clause that give the role of its sum. If a clause has several, the first entry here counts. */
const ROLES: readonly [words: RegExp, role: SumRole][] = [
  [/罚金|罚款|处罚/u, 'fine'],
  [/判决(?:要求|其|它)/u, 'award'],
  [
    /索赔|请求|诉请|主张|诉求|要求|索要|申索|求偿|索偿|追讨|追加|起诉时|要的是|开口|开价|要价/u,
    'claim',
  ],
  [/和解/u, 'settlement'],
  [
    /判赔|获判|获赔|判令|判决|判定|被判|改判|原判|[须应需](?:向|赔|支付|给付)|终审|[一二再]审认定|酌定|裁定|支持|赔付|(?:^|[^审谈评]|[一二终再]审)判[^，]{1,16}(?:赔偿|支付)/u,
    'award',
  ],
];

/** Words right behind a sum that give its role: 驳回原告1800万元的索赔请求. */
const BEHIND: readonly [words: RegExp, role: SumRole][] = [
  [/^的?(?:索赔|赔偿请求|诉讼请求|诉请|诉求|求偿)/u, 'claim'],
  [/^的(?:损害)?赔偿(?:金|额|金额)?(?:不变|维持|予以维持)|^的判赔/u, 'award'],
  [/^的?和解(?:金|基金|款|方案|协议)/u, 'settlement'],
];
/** What a clause says of a sum of a case: it is paid, awarded or asked for. */
const OF_CASE =
  /赔|罚|支付|获判|给付|诉请|索|起诉时[^，]{0,6}$|追加[到至为]$|要的是$|求偿|追讨|和解|(?:开口|开价|要价)(?:要|就是)?$|(?:请求|主张|要求|诉请)(?:的)?(?:赔偿)?(?:金额|数额|数字)?(?:为|是)?\S{0,4}$|支持(?:了)?(?:其中)?(?:的)?$|要求的?是?$|改判(?:为|的)?$/u;

/** How far before a sum the words for its role may stand, in UTF-16 units. */
const REACH = 60;

/** The role of a sum, by the nearest clause before it in its sentence that gives one; its own clause is the nearest. */
export function roleOf(text: string, start: number, end: number): SumRole | undefined {
  if (EACH.test(text.slice(Math.max(0, start - 12), start))) return undefined;
  const sentence = text.slice(Math.max(0, start - REACH), start).replace(/^.*[。！？；\n]/su, '');
  const own = sentence.split('，').at(-1) ?? '';
  // Sums of a case are paid, awarded or asked for. All others have no role.
  const settles = /和解/u.test(text.slice(start, start + 24).split(/[。；\n]/u)[0] ?? '');
  if (settles && /支付|赔/u.test(own)) return 'settlement';
  const after = text.slice(end, end + 12);
  for (const [words, role] of BEHIND) if (words.test(after)) return role;
  if (!OF_CASE.test(own)) return undefined;
  for (const clause of sentence.split('，').reverse())
    for (const [words, role] of ROLES) if (words.test(clause)) return role;
  return undefined;
}
