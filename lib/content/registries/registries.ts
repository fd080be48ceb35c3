import { z } from 'zod';
import { type EntityIndex, entityIndex } from '#lib/references/entity-index.ts';
import type { Entity } from '#lib/references/reference.ts';
import { isOldFile } from '#lib/site/paths.ts';
import { isDecodable, isOldPath } from '#lib/site/redirects.ts';
import type { Site } from '#lib/site/site.ts';
import { type Diagnostics, firstOccurrence } from '../faults/diagnostics.ts';
import type { Redirect, Section, Source, ThreadEntry, Topic, TopicId } from '../issue.ts';
import { NameIndex, signedKey, sourceSlug } from '../names.ts';
import type { TextFile } from '../text-file.ts';
import { topicMatcher } from '../topics.ts';
import { YamlFile } from '../yaml/yaml-file.ts';
import { aliases, id, name, text, url } from './fields.ts';
import { siteSchema } from './site-schema.ts';
import { readThreads, threadsSchema } from './threads.ts';

/** What the files beside the issues say, as plain data. */
export type RegistryValues = {
  site: Site;
  sections: readonly Section[];
  sources: readonly Source[];
  topics: readonly Topic[];
  redirects: readonly Redirect[];
  entities: readonly Entity[];
  threads: readonly ThreadEntry[];
};

/** What the files beside the issues say, and what finds names and terms of theirs in texts. */
export type Registries = Omit<RegistryValues, 'sections' | 'sources'> & {
  sections: NameIndex<Section>;
  sources: NameIndex<Source>;
  /** The topics of a text. */
  topicsOf: (text: string) => TopicId[];
  findEntities: EntityIndex;
};

/** The registry files by name; one that is missing is a fault of its own, unless a publication can do without. */
export type RegistryFiles = Record<RegistryName, TextFile | undefined>;

export const registryNames = [
  'site',
  'sections',
  'sources',
  'topics',
  'redirects',
  'entities',
  'threads',
] as const;
export type RegistryName = (typeof registryNames)[number];

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
const entitySchema = z.strictObject({
  id,
  name,
  aliases,
  kind: z
    .enum(['organisation', 'document'])
    .default('organisation')
    .describe('organisation 机构、企业（默认）；document 不加书名号也认得的法律法规'),
}) satisfies z.ZodType<Entity>;
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
  entities: z.array(entitySchema),
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
    sourceSlug(entry.name),
  );
  const topics = readList(files.topics, 'topics.yml', topicSchema, (entry) => entry.id);
  const redirects = readRedirects(files.redirects);
  const noEntities = { path: 'entities.yml', text: '' };
  const entities = readList(
    files.entities ?? noEntities,
    noEntities.path,
    entitySchema,
    (entry) => entry.id,
  );
  const threads = readThreads(files.threads);
  const diagnostics = [site, sections, sources, topics, redirects, entities, threads].map(
    (read) => read.diagnostics,
  );
  if (site.value === undefined) return { registries: undefined, diagnostics };
  const registries = registriesFrom({
    site: site.value,
    sections: sections.value,
    sources: sources.value.map((source) => ({ ...source, slug: sourceSlug(source.name) })),
    topics: topics.value,
    redirects: redirects.value,
    entities: entities.value,
    threads: threads.value,
  });
  return { registries, diagnostics };
}

export function registriesFrom({ sections, sources, ...rest }: RegistryValues): Registries {
  return {
    ...rest,
    sections: new NameIndex(sections),
    sources: new NameIndex(sources),
    topicsOf: topicMatcher(rest.topics),
    findEntities: entityIndex(rest.entities),
  };
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
    const unique = names.every((spelling) => claim(`name ${signedKey(spelling)}`, spelling, index));
    if (claim(`key ${key}`, key, index) && unique) value.push(entry);
  }
  return { value, diagnostics: yaml.diagnostics };
}

function readRedirects(file: TextFile | undefined) {
  const yaml = YamlFile.open(file, 'redirects.yml');
  const value: Redirect[] = [];
  for (const from of yaml.keys) {
    const to = yaml.check([from], redirectSchema);
    if (!isOldPath(from)) {
      const reason = `Unexpected old path \`${from}\`, expected a path such as /issues/2025-03-31`;
      yaml.report('redirect-invalid', reason, [from]);
    } else if (!isOldFile(from)) {
      const shown = from.length > 40 ? `${from.slice(0, 40)}…` : from;
      const reason = `Unexpected old path \`${shown}\` that no file can have, expected at most 82 Chinese letters between two slashes`;
      yaml.report('redirect-invalid', reason, [from]);
    } else if (to !== undefined) value.push({ from, to });
  }
  return { value, diagnostics: yaml.diagnostics };
}
