import { z } from 'zod';
import { isLanguage, isOrigin, isTag, type Site } from '#lib/site/site.ts';
import { name, text } from './fields.ts';
import { readMailbox } from './mailbox.ts';

const mailAddress = z.email('expected a mail address such as digest@example.org');

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
  contact: z
    .strictObject({ email: mailAddress.optional(), address: text.optional() })
    .optional()
    .describe('联系方式'),
  mail: mailSchema.optional().describe('邮件'),
  reprint: text.describe('转载声明'),
  icp: text.optional().describe('ICP 备案号'),
  publicSecurity: text.optional().describe('公安备案号'),
}) satisfies z.ZodType<Site>;

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
