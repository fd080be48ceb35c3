import { z } from 'zod';
import { isNameable, ownIds, slugOf } from '#lib/site/paths.ts';
import { isDecodable } from '#lib/site/redirects.ts';
import { isOrigin, isTag, type Site } from '#lib/site/site.ts';
import { type Diagnostics, firstOccurrence } from './diagnostics.ts';
import type { Redirect, Section, Source, ThreadEntry, Topic } from './issue.ts';
import { readMailbox } from './mailbox.ts';
import { NameIndex, nameKey } from './names.ts';
import type { TextFile } from './text-file.ts';
import { readThreads, threadsSchema } from './thread-registry.ts';
import { YamlFile } from './yaml-file.ts';

/** What the files beside the issues say: the publication, its sections, sources, topics and redirects. */
export type Registries = {
  site: Site;
  sections: NameIndex<Section>;
  sources: NameIndex<Source>;
  topics: Topic[];
  redirects: Redirect[];
  threads: ThreadEntry[];
};

/** The registry files by name; one that is missing is a fault of its own, unless it is `threads.yml`. */
export type RegistryFiles = Record<RegistryName, TextFile | undefined>;

export const registryNames = [
  'site',
  'sections',
  'sources',
  'topics',
  'redirects',
  'threads',
] as const;
export type RegistryName = (typeof registryNames)[number];

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens')
  .refine((value) => !ownIds.some((own) => own === value), 'expected an id that no page has itself')
  .describe('网址里的一段：小写字母、数字、连字符；公开以后不要改');
const text = z.string().trim().min(1, 'expected some text');
// Names may not hold what parts two sources in an attribution, nor what no address can carry.
const name = text
  .max(60)
  .refine((value) => /[\p{L}\p{N}]/u.test(value), 'expected a letter or a digit')
  .refine((value) => isNameable(slugOf(value)), 'expected a shorter name');
const url = z.url({
  protocol: /^https?$/,
  error: 'expected an address such as https://example.org',
});
const aliases = z.array(name).default([]).describe('也认得的别的写法');

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
      mailto: z.email().optional().describe('收退订信的邮箱'),
    })
    .refine(({ https, mailto }) => https !== undefined || mailto !== undefined, {
      error: 'expected https or mailto',
    })
    .optional()
    .describe('退订方式：网址、邮箱，或者两样都写'),
});

const siteSchema = z.strictObject({
  name: name.describe('刊名'),
  tagline: text.describe('刊名下面的一句话'),
  description: text.describe('给搜索引擎和订阅软件的简介'),
  origin: z
    .string()
    .refine(isOrigin, 'expected a scheme and a host such as https://example.org')
    .describe('正式网址，如 https://example.org，末尾没有斜杠'),
  tag: z
    .string()
    .refine(isTag, 'expected a domain of yours and a day it was yours, such as example.org,2025')
    .describe(
      '标识机构：自己的一个域名和拥有它的一个年份，如 example.org,2025；订阅条目的永久编号由此而来，定了不要改',
    ),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'expected a language such as zh-CN')
    .describe('语言，如 zh-CN'),
  timeZone: z
    .string()
    .refine(isTimeZone, 'expected a time zone such as Asia/Shanghai')
    .describe('时区，如 Asia/Shanghai；决定未来日期的一期何时公开'),
  publishTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as "08:00"')
    .describe('每期的发布时刻，如 "08:00"'),
  about: z.array(text).min(1).describe('“关于”页的段落'),
  contact: z
    .strictObject({ email: z.email().optional(), address: text.optional() })
    .optional()
    .describe('联系方式'),
  mail: mailSchema.optional().describe('邮件'),
  reprint: text.describe('转载声明'),
  icp: text.optional().describe('ICP 备案号'),
  publicSecurity: text.optional().describe('公安备案号'),
}) satisfies z.ZodType<Site>;

const sectionSchema = z.strictObject({ id, name, aliases, description: text });
const sourceSchema = z.strictObject({
  name,
  aliases,
  url: url.optional().describe('媒体自己的网址'),
});
const topicSchema = z.strictObject({
  id,
  name,
  description: text,
  terms: z.array(text).min(1).describe('标题或正文里有其中一个词，就归入这个主题'),
});
const redirectSchema = z
  .string()
  .refine(
    (to) =>
      (to.startsWith('/') || /^https?:/.test(to)) &&
      URL.canParse(to, 'http://x') &&
      isDecodable(to),
    'expected a path or an address',
  );

/** What each registry file may hold; the editor's own program is told by JSON Schemas made from these. */
export const registrySchemas: Record<RegistryName, z.ZodType> = {
  site: siteSchema,
  sections: z.array(sectionSchema),
  sources: z.array(sourceSchema),
  topics: z.array(topicSchema),
  redirects: z.record(z.string(), redirectSchema),
  threads: threadsSchema,
};

/** The registries, and the faults of each of their files. An entry with a fault is left out. */
export function parseRegistries(files: RegistryFiles): {
  registries: Registries | undefined;
  diagnostics: Diagnostics[];
} {
  const site = readMap(files.site, 'site.yml', siteSchema);
  const sections = readList(files.sections, 'sections.yml', sectionSchema, (entry) => entry.id);
  const sources = readList(files.sources, 'sources.yml', sourceSchema, (entry) =>
    slugOf(entry.name),
  );
  const topics = readList(files.topics, 'topics.yml', topicSchema, (entry) => entry.id);
  const redirects = readRedirects(files.redirects);
  const threads = readThreads(files.threads);
  const diagnostics = [site, sections, sources, topics, redirects, threads].map(
    (read) => read.diagnostics,
  );
  if (site.value === undefined) return { registries: undefined, diagnostics };
  const registries: Registries = {
    site: site.value,
    sections: new NameIndex<Section>(sections.value),
    sources: new NameIndex<Source>(
      sources.value.map((source) => ({ ...source, slug: slugOf(source.name) })),
    ),
    topics: topics.value,
    redirects: redirects.value,
    threads: threads.value,
  };
  return { registries, diagnostics };
}

function readMap<T>(file: TextFile | undefined, path: string, schema: z.ZodType<T>) {
  const yaml = YamlFile.open(file, path);
  return { value: yaml.check([], schema), diagnostics: yaml.diagnostics };
}

type Named = { name: string; aliases?: string[] };

/** Reads a list of entries; two may share neither their key (the step of their address) nor a name. */
function readList<T extends Named>(
  file: TextFile | undefined,
  path: string,
  schema: z.ZodType<T>,
  keyOf: (entry: T) => string,
) {
  const yaml = YamlFile.open(file, path);
  const value: T[] = [];
  const firstByName = new Map<string, number>();
  const claim = (claimed: string, what: string, index: number): boolean => {
    const first = firstByName.get(claimed);
    if (first === undefined || first === index) {
      firstByName.set(claimed, index);
      return true;
    }
    const cause = firstOccurrence(yaml.path, 'first here', yaml.pointOf([first]));
    yaml.report(
      'registry-invalid',
      `Unexpected second \`${what}\`, expected it once`,
      [index],
      cause,
    );
    return false;
  };
  for (let index = 0; index < yaml.listLength; index += 1) {
    const entry = yaml.check([index], schema);
    if (entry === undefined) continue;
    const key = keyOf(entry);
    const names = [entry.name, ...(entry.aliases ?? [])];
    const unique = names.every((spelling) => claim(`name ${nameKey(spelling)}`, spelling, index));
    if (claim(`key ${key}`, key, index) && unique) value.push(entry);
  }
  return { value, diagnostics: yaml.diagnostics };
}

function readRedirects(file: TextFile | undefined) {
  const yaml = YamlFile.open(file, 'redirects.yml');
  const value: Redirect[] = [];
  for (const from of yaml.keys) {
    const to = yaml.check([from], redirectSchema);
    if (!/^\/[^?#]*[^/?#]$/.test(from) || !isDecodable(from)) {
      const reason = `Unexpected old path \`${from}\`, expected a path such as /issues/2025-03-31`;
      yaml.report('redirect-invalid', reason, [from]);
    } else if (to !== undefined) value.push({ from, to });
  }
  return { value, diagnostics: yaml.diagnostics };
}

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
