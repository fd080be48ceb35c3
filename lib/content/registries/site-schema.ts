import { z } from 'zod';
import { isLanguage, isOrigin, isTag, type Site } from '#lib/site/site.ts';
import { name, text } from './fields.ts';
import { readMailbox } from './mailbox.ts';

const mailAddress = z.email('expected a mail address such as digest@example.org');

/** A scheme other than https would be no page, and could be a script. */
const reportPage = z.url({
  protocol: /^https$/,
  error: 'expected an address such as https://example.org/report?title={title}&address={address}',
});

const mailSchema = z.strictObject({
  from: z
    .string()
    .transform((value, context) => {
      const mailbox = readMailbox(value);
      if (mailbox !== undefined) return mailbox;
      context.addIssue('expected an address such as 刊名 <digest@example.org>');
      return z.NEVER;
    })
    .optional()
    .describe('发件人，如 刊名 <digest@example.org>；不写就不能用 npm run mail 发送'),
  unsubscribe: z
    .strictObject({
      https: z
        .url({
          protocol: /^https$/,
          error: 'expected an address such as https://example.org/unsubscribe?address={address}',
        })
        .optional()
        .describe('退订网址；其中的 {address} 换成订户的邮箱'),
      mailto: mailAddress.optional().describe('收退订信的邮箱'),
    })
    .refine(({ https, mailto }) => https !== undefined || mailto !== undefined, {
      error: 'expected https or mailto',
    })
    .optional()
    .describe('退订方式：网址、邮箱，或者两样都写'),
});

/** What `site.yml` may contain. */
export const siteSchema = z.strictObject({
  name: name.describe('刊名'),
  tagline: text.describe('刊名下面的一句话'),
  description: text.describe('给搜索引擎和订阅软件的简介'),
  origin: z
    .string()
    .refine(isOrigin, 'expected a scheme and a host such as https://example.org')
    .describe('正式网址，如 https://example.org，末尾没有斜杠'),
  tag: z
    .string()
    .refine(
      isTag,
      'expected a domain and a year or day when you owned it, such as example.org,2025',
    )
    .describe(
      '标识机构：自己的一个域名和拥有它的一个年份，如 example.org,2025；订阅条目的永久编号由此而来，定了不要改',
    ),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'expected a language such as zh-CN')
    .refine(isLanguage, 'expected a language such as zh-CN')
    .describe('语言，如 zh-CN'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'expected a time zone such as Asia/Shanghai')
    .describe('时区，如 Asia/Shanghai；决定未来日期的一期何时公开'),
  publishTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as "08:00"')
    .describe('每期的发布时刻，如 "08:00"；当天到了这个时刻，那一期才公开'),
  about: z.array(text).min(1).describe('“关于”页的段落'),
  frequency: text.optional().describe('刊期，如 每周一期；不写，网页上就不说多久一期'),
  editors: z.array(text).min(1).optional().describe('编辑的姓名或编辑部的名称，列在“关于”页'),
  contact: z
    .strictObject({
      email: mailAddress.optional().describe('收来信和报错的邮箱'),
      url: reportPage
        .optional()
        .describe('报错的网页；其中的 {title}、{address} 换成条目的标题和网址'),
      address: text.optional().describe('通信地址'),
    })
    .optional()
    .describe('联系方式；写了邮箱或网页，条目工具里就有“报错”'),
  mail: mailSchema.optional().describe('邮件'),
  reprint: text.describe('转载声明'),
  traditional: z
    .record(text, text)
    .optional()
    .describe('繁体写法：简体的名称和它的繁体写法，读者看繁体时照此显示'),
  icp: text.optional().describe('ICP 备案号，如 京ICP备00000000号-1'),
  publicSecurity: text
    .regex(/^\D*\d{10,}\D*$/, 'expected a number such as 京公网安备00000000000000号')
    .optional()
    .describe('公安备案号，如 京公网安备00000000000000号'),
  publicSecurityEmblem: text
    .regex(
      /^\/[^/\\\s?#][^\\\s?#]*$/,
      'expected the path of a picture in public/ such as /beian.png',
    )
    .optional()
    .describe('公安备案图标：public/ 里的图片，如 /beian.png'),
  newsLicence: text.optional().describe('互联网新闻信息服务许可证的编号'),
  responsibleEditor: text.optional().describe('责任编辑'),
  complaints: z
    .strictObject({
      phone: z
        .string()
        .regex(/^\+?\d[\d -]{2,}$/, 'expected a telephone number such as 010-00000000')
        .optional()
        .describe('举报电话'),
      email: mailAddress.optional().describe('举报邮箱'),
    })
    .refine(({ phone, email }) => phone !== undefined || email !== undefined, {
      error: 'expected phone or email',
    })
    .optional()
    .describe('举报方式：电话、邮箱，或者两样都写'),
}) satisfies z.ZodType<Site>;

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
