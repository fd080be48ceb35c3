import type { Archive } from '#lib/content/archive.ts';
import { indexOf } from '#lib/content/queries.ts';
import { WECHAT_LIMITS, type WechatEdition, wechatEdition } from '#lib/editions/wechat/edition.ts';
import { paths } from '#lib/site/paths.ts';
import { issueHeading } from '#lib/site/site.ts';
import {
  type IssueRef,
  issueRef,
  type PageProps,
  pageProps,
  type Unpublished,
  unpublishedReason,
} from './frame.ts';

/** 公众号版: what an editor of the digest copies into the 公众号 platform, field by field. */
export type WechatProps = PageProps & {
  issue: IssueRef;
  unpublished: Unpublished;
  edition: WechatEdition;
  /** How long each field may be there, in UTF-16 units. */
  limits: typeof WECHAT_LIMITS;
};

export function wechatPage(archive: Archive, { date }: { date: string }): WechatProps | undefined {
  const issue = indexOf(archive).issuesByDate.get(date)?.issue;
  if (issue === undefined) return undefined;
  const heading = issueHeading(issue);
  return {
    ...pageProps(archive, {
      title: `公众号版：${heading}`,
      description: `${heading}的公众号版，供编辑复制到公众号后台。`,
      path: paths.wechat(issue.date),
      unlisted: true,
    }),
    issue: issueRef(issue),
    unpublished: unpublishedReason(issue, archive),
    edition: wechatEdition(issue, archive.site),
    limits: WECHAT_LIMITS,
  };
}
