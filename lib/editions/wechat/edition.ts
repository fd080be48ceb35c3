import type { Issue } from '#lib/content/issue.ts';
import { issueHeading, type Site } from '#lib/site/site.ts';
import { xmlText } from '#lib/syndication/xml-text.ts';
import { cut } from '../cut.ts';
import type { PictureRef } from '../restyle.ts';
import { wechatArticle } from './article.ts';

/**
 * The limits of a 公众号 (developers.weixin.qq.com, 草稿管理 · 新增草稿): 32 字 of title, 128 字 of digest, less than
 * 20,000 字符 of article with its markup. It does not say what it counts. We count UTF-16 units: code points and
 * graphemes are never more, so that the limits hold for them too.
 */
export const WECHAT_LIMITS = { title: 32, digest: 128, article: 19_999 } as const;

/** An issue for a 公众号, field by field. */
export type WechatEdition = {
  title: string;
  digest: string;
  html: string;
  /** UTF-16 units of the article with its markup. */
  count: number;
  /** The pictures that an editor has to upload there, in the order of their numbers. */
  pictures: PictureRef[];
};

/** The 公众号 edition of an issue. Its article may be over the limit. */
export function wechatEdition(issue: Issue, site: Site): WechatEdition {
  const { html, pictures } = wechatArticle(issue, site);
  return {
    title: xmlText(suggestTitle(issue)),
    digest: cut(xmlText(digestOf(issue)), WECHAT_LIMITS.digest),
    html,
    count: html.length,
    pictures,
  };
}

/** The heading, or the title alone where the number makes it too long. */
function suggestTitle(issue: Issue): string {
  const heading = issueHeading(issue);
  return heading.length <= WECHAT_LIMITS.title ? heading : cut(issue.title, WECHAT_LIMITS.title);
}

function digestOf({ summary, sections }: Issue): string {
  return summary ?? sections.flatMap(({ items }) => items.map(({ title }) => title)).join('；');
}
