import type { Obstacle } from './article.ts';

/** A page that has less text than this, in characters, may be no article. */
const SHORT = 600;

const TITLES: readonly [Obstacle, RegExp][] = [
  [
    'challenge',
    /just a moment|attention required|access denied|checking your browser|are you (?:a )?(?:human|robot)|verif(?:y|ying) (?:that )?you|security check|pardon our interruption|ddos-guard|one more step|请稍[候等]|安全验证|安全检查|人机验证|访问验证|身份验证|滑动验证|验证码|环境异常|访问过于频繁|访问被拦截|拒绝访问/i,
  ],
  ['sign-in', /^(?:请(?:先)?登录|用户登录|登录|统一身份认证|log ?in|sign ?in)(?:$|[\s_|\-–—·])/i],
  [
    'missing',
    /(?:page|article) (?:is )?(?:not|no longer) (?:found|available)|\b(?:404|410)\b.{0,20}(?:error|not found)|^(?:404|410)$|页面(?:不存在|未找到|找不到|没有找到|已删除)|(?:文章|内容|稿件|新闻)(?:不存在|已(?:被)?删除|已下线)|您?访问的(?:页面|内容|文章)(?:不存在|已)/i,
  ],
];

/** What only pages of such checks hold. */
const SCRIPTS =
  /cf-chl-|challenge-platform|_cf_chl_opt|__jsl_clearance|aliyun_waf|acw_sc__v2|captcha-delivery|px-captcha|incapsula_resource|geetest|awswafcookiedomainlist/i;

/**
 * Why a page that came with status 200 is no article; `undefined` for an article.
 * @param text the visible text of the page
 */
export function findObstacle(html: string, title: string, text: string): Obstacle | undefined {
  if (text.length >= SHORT) return undefined;
  const titled = TITLES.find(([, pattern]) => pattern.test(title));
  if (titled !== undefined) return titled[0];
  if (SCRIPTS.test(html)) return 'challenge';
  // A page without text that only runs a script: it wants to see whether a browser asks.
  if (text.length < 40 && title === '' && /<script/i.test(html)) return 'challenge';
  return text.length < 200 ? TITLES.find(([, pattern]) => pattern.test(text))?.[0] : undefined;
}
