import { mailtoOf } from '#lib/site/report-address.ts';
import type { Site } from '#lib/site/site.ts';

/** A line of the footer that Chinese law asks for. `image` is the emblem beside it. */
export type LegalLine = { text: string; href?: string; image?: string };

/** The page of the ministry to which the number of a site has to link: 非经营性互联网信息服务备案管理办法, 13. */
const MINISTRY = 'https://beian.miit.gov.cn/';
/** The page of the police that shows the registration of a site. The digits of its number follow. */
const POLICE = 'https://beian.mps.gov.cn/#/query/webSearch?code=';

/** The lines of the footer that Chinese law asks for, as `site.yml` has them: none without those settings. */
export function legalLines(site: Site): LegalLine[] {
  const { newsLicence, responsibleEditor, complaints, icp, publicSecurity } = site;
  const code = publicSecurity === undefined ? undefined : /\d{10,}/.exec(publicSecurity)?.[0];
  const lines: (LegalLine | undefined)[] = [
    newsLicence === undefined ? undefined : { text: `互联网新闻信息服务许可证：${newsLicence}` },
    responsibleEditor === undefined ? undefined : { text: `责任编辑：${responsibleEditor}` },
    complaints?.phone === undefined
      ? undefined
      : {
          text: `举报电话：${complaints.phone}`,
          href: `tel:${complaints.phone.replace(/[^\d+]/g, '')}`,
        },
    complaints?.email === undefined
      ? undefined
      : { text: `举报邮箱：${complaints.email}`, href: mailtoOf(complaints.email) },
    icp === undefined ? undefined : { text: icp, href: MINISTRY },
    publicSecurity === undefined
      ? undefined
      : {
          text: publicSecurity,
          ...(code === undefined ? {} : { href: POLICE + code }),
          ...(site.publicSecurityEmblem === undefined ? {} : { image: site.publicSecurityEmblem }),
        },
  ];
  return lines.filter((line) => line !== undefined);
}
