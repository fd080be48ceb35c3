import type { Issue } from '#lib/content/issue.ts';
import { issueHeading, type Site } from '#lib/site/site.ts';
import { xmlText } from '#lib/syndication/xml-text.ts';
import { cut } from '../cut.ts';
import type { Picture } from '../restyle.ts';
import { wechatArticle } from './article.ts';

/**
 * What a 公众号 takes at most (developers.weixin.qq.com, 草稿管理 · 新增草稿): 32 字 of title, 128 字 of
 * digest, less than 20,000 字符 of article with its markup. What it counts as one it does not say; ours are
 * UTF-16 units, of which no text has fewer than of anything else that could be meant but bytes.
 */
export const WECHAT_LIMITS = { title: 32, digest: 128, article: 19_999 } as const;

/** An issue as the 公众号 editor takes it: what goes into each of its fields. */
export type WechatEdition = {
  title: string;
  digest: string;
  html: string;
  /** UTF-16 units of the article with its markup. */
  count: number;
  /** What the editor has to upload there, in the order of its numbers; addresses are absolute. */
  pictures: Picture[];
};

/** The 公众号 edition of an issue; it may be longer than what is taken there. */
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
