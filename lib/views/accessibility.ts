import type { Archive } from '#lib/content/archive.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { reportAddress } from '#lib/site/report-address.ts';
import { accessibilityData } from '#lib/syndication/structured-data/site.ts';
import { type PageProps, pageProps } from './frame.ts';

/** 无障碍声明: what is aimed at, what is tested, what is known to be missing, and where one says so. */
export type AccessibilityProps = PageProps & {
  name: string;
  /** The link that reports an obstacle; `undefined` where the publication gives no address. */
  report: string | undefined;
};

export function accessibilityPage(archive: Archive): AccessibilityProps {
  const { name, origin, contact } = archive.site;
  const title = '无障碍声明';
  const path = paths.accessibility();
  return {
    ...pageProps(archive, {
      title,
      description: `${name}的网页做到了哪些无障碍，怎样检查，有什么不足，遇到障碍怎样告诉本刊。`,
      path,
      data: accessibilityData(archive, title),
    }),
    name,
    report: reportAddress(contact, { title, address: absoluteUrl(origin, path) }),
  };
}
