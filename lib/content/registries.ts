import { z } from 'zod';
import { ownIds, slugOf } from '#lib/site/paths.ts';
import { isDecodable } from '#lib/site/redirects.ts';
import { isOrigin, isTag, type Site } from '#lib/site/site.ts';
import { type Diagnostics, firstOccurrence } from './diagnostics.ts';
import type { Redirect, Section, Source, Topic } from './issue.ts';
import { NameIndex, nameKey } from './names.ts';
import { type TextFile, YamlFile } from './yaml-file.ts';

/** What the files beside the issues say: the publication, its sections, sources, topics and redirects. */
export type Registries = {
  site: Site;
  sections: NameIndex<Section>;
  sources: NameIndex<Source>;
  topics: Topic[];
  redirects: Redirect[];
};

/** The registry files by name; one that is missing is a fault of its own. */
export type RegistryFiles = Record<RegistryName, TextFile | undefined>;

export const registryNames = ['site', 'sections', 'sources', 'topics', 'redirects'] as const;
export type RegistryName = (typeof registryNames)[number];

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens')
  .refine(
    (value) => !ownIds.some((own) => own === value),
    'expected an id that no page has itself',
  );
const text = z.string().trim().min(1, 'expected some text');
// Names may not hold what parts two sources in an attribution, nor what no address can carry.
const name = text.max(60).regex(/[\p{L}\p{N}]/u, 'expected a letter or a digit');
const url = z.url({
  protocol: /^https?$/,
  error: 'expected an address such as https://example.org',
});
const aliases = z.array(name).default([]);

const siteSchema = z.strictObject({
  name,
  tagline: text,
  description: text,
  origin: z.string().refine(isOrigin, 'expected a scheme and a host such as https://example.org'),
  tag: z
    .string()
    .refine(isTag, 'expected a domain of yours and a day it was yours, such as example.org,2025'),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'expected a language such as zh-CN'),
  timeZone: z.string().refine(isTimeZone, 'expected a time zone such as Asia/Shanghai'),
  publishTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as "08:00"'),
  about: z.array(text).min(1),
  contact: z.strictObject({ email: z.email().optional(), address: text.optional() }).optional(),
  reprint: text,
  icp: text.optional(),
  publicSecurity: text.optional(),
}) satisfies z.ZodType<Site>;

const sectionSchema = z.strictObject({ id, name, aliases, description: text });
const sourceSchema = z.strictObject({ name, aliases, url: url.optional() });
const topicSchema = z.strictObject({ id, name, description: text, terms: z.array(text).min(1) });
const redirectSchema = z
  .string()
  .refine(
    (to) =>
      (to.startsWith('/') || /^https?:/.test(to)) &&
      URL.canParse(to, 'http://x') &&
      isDecodable(to),
    'expected a path or an address',
  );

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
  const diagnostics = [site, sections, sources, topics, redirects].map((read) => read.diagnostics);
  if (site.value === undefined) return { registries: undefined, diagnostics };
  const registries: Registries = {
    site: site.value,
    sections: new NameIndex<Section>(sections.value),
    sources: new NameIndex<Source>(
      sources.value.map((source) => ({ ...source, slug: slugOf(source.name) })),
    ),
    topics: topics.value,
    redirects: redirects.value,
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
