import { formatDate, type IsoDate, isIsoDate } from './dates.ts';
import type { ReportContact } from './report-address.ts';

/** The publication as its `site.yml` describes it. */
export type Site = {
  name: string;
  tagline: string;
  description: string;
  /** Scheme and host, without a trailing slash: `https://example.org`. */
  origin: string;
  /**
   * The owner of the permanent ids of this site: a domain or a mail address of the publication, a comma, and a day or
   * year on which the publication owned it. It never changes, wherever the site is served. RFC 4151's `taggingEntity`.
   */
  tag: string;
  /** BCP 47, such as `zh-CN`. */
  language: string;
  /** IANA name, such as `Asia/Shanghai`; decides when a future issue becomes public. */
  timeZone: string;
  /** `HH:MM` in that zone: the time that feeds add to an issue's day. */
  publishTime: string;
  /** Paragraphs of plain text for the page about the publication. */
  about: string[];
  /** 刊期, such as 每周一期. Nothing else on the site says how often it comes out. */
  frequency?: string | undefined;
  /** Who edits it. */
  editors?: string[] | undefined;
  /** `url` is a page for reports: `{title}` and `{address}` in it stand for those of an item. */
  contact?: (ReportContact & { address?: string | undefined }) | undefined;
  /** How issues are mailed. Without `from` they can be read as mail, but not sent. */
  mail?: { from?: Mailbox | undefined; unsubscribe?: Unsubscribe | undefined } | undefined;
  /** 转载声明: how others may reprint. */
  reprint: string;
  /** How names are written in traditional characters, by their simplified form, where tables would err. */
  traditional?: Record<string, string> | undefined;
  /** Registration numbers that Chinese law wants in the footer. That of the police has at least ten digits. */
  icp?: string | undefined;
  publicSecurity?: string | undefined;
  /** The emblem beside the number of the police: a path in `public/`. */
  publicSecurityEmblem?: string | undefined;
  /** The number of the 互联网新闻信息服务许可证. */
  newsLicence?: string | undefined;
  /** 责任编辑. */
  responsibleEditor?: string | undefined;
  /** 举报: where one complains of illegal content. */
  complaints?: { phone?: string | undefined; email?: string | undefined } | undefined;
};

/** A mail address with the name of its owner, which may be empty. The domain is in ASCII. */
export type Mailbox = { name: string; address: string };

/**
 * How to unsubscribe: an https address, in which `{address}` stands for the subscriber's address, and a mail address.
 */
export type Unsubscribe = { https?: string | undefined; mailto?: string | undefined };

/** Whether `value` is a language tag of BCP 47, such as `zh-CN` or `zh-Hant-HK`. */
export function isLanguage(value: string): boolean {
  try {
    return new Intl.Locale(value).language !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * A language in the form of Open Graph, `zh_CN`: the language and a territory of two letters
 * (https://ogp.me/#optional). If the tag has no such territory (`zh`, `zh-Hans`, `es-419`), the likeliest one of
 * Unicode's CLDR is taken.
 * @param tag as BCP 47 writes it
 * @returns `undefined` for a language without a territory, such as a constructed one
 */
export function openGraphLocale(tag: string): string | undefined {
  const { language, script, region = '' } = new Intl.Locale(tag);
  const likely = new Intl.Locale(
    script === undefined ? language : `${language}-${script}`,
  ).maximize();
  const territory = [region, likely.region ?? ''].find((code) => /^[A-Z]{2}$/.test(code));
  return territory && `${language}_${territory}`;
}

/** The default title of an issue. */
export function issueTitle({ name }: Pick<Site, 'name'>, date: IsoDate): string {
  return `${name} ${formatDate(date)}`;
}

/** The title that an editor gave an issue; `undefined` where it has the default title. */
export function ownTitle(
  site: Pick<Site, 'name'>,
  { title, date }: { title: string; date: IsoDate },
): string | undefined {
  return title === issueTitle(site, date) ? undefined : title;
}

/** The title of an issue and, where it has one, its number. */
export function issueHeading({ title, number }: { title: string; number?: number }): string {
  return number === undefined ? title : `${title} 第${number}期`;
}

/**
 * Reads the origin in `SITE_ORIGIN`.
 * @throws TypeError when the value is no plain http(s) origin.
 */
export function readOrigin(value: string): string {
  if (isOrigin(value)) return new URL(value).origin;
  throw new TypeError(
    `Unexpected SITE_ORIGIN "${value}", expected a scheme and a host such as https://example.org`,
  );
}

/** Whether `value` is a scheme and a host, and nothing else but perhaps a slash at the end. */
export function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
}

/** Whether `value` is a `taggingEntity` of RFC 4151, such as `example.org,2025`. */
export function isTag(value: string): boolean {
  const label = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
  const domain = `${label}(?:\\.${label})+`;
  const [, day] =
    new RegExp(`^(?:[a-z0-9._-]+@)?${domain},(\\d{4}(?:-\\d{2}){0,2})$`).exec(value) ?? [];
  // RFC 4151, 2.1: a year or a month stands for its first day.
  return day !== undefined && isIsoDate(`${day}-01-01`.slice(0, 10));
}
