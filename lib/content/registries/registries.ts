import { z } from 'zod';
import type { DeskEntry } from '#lib/desk/corrections/desk-entry.ts';
import { type EntityIndex, entityIndex } from '#lib/references/entity-index.ts';
import type { Entity } from '#lib/references/reference.ts';
import type { Site } from '#lib/site/site.ts';
import type { Diagnostics } from '../faults/diagnostics.ts';
import type { Feed, Redirect, Section, Source, ThreadEntry, Topic } from '../issue.ts';
import { NameIndex, sourceSlug } from '../names.ts';
import type { TextFile } from '../text-file.ts';
import { type TopicMatcher, topicMatcher } from '../topics.ts';
import { YamlFile } from '../yaml/yaml-file.ts';
import { deskSchema, readDeskEntries } from './desk.ts';
import { aliases, id, name, synonyms, text, url } from './fields.ts';
import { readList } from './read-list.ts';
import { readRedirects, redirectsSchema } from './redirects.ts';
import { siteSchema } from './site-schema.ts';
import { readThreads, threadsSchema } from './threads.ts';
import { readTopics, topicSchema } from './topics.ts';

/** What the registries say, as plain data. */
export type RegistryValues = {
  site: Site;
  sections: readonly Section[];
  sources: readonly Source[];
  /** Not in `Source`, because no page shows them. */
  feeds: readonly Feed[];
  topics: readonly Topic[];
  redirects: readonly Redirect[];
  entities: readonly Entity[];
  threads: readonly ThreadEntry[];
  desk: readonly DeskEntry[];
};

/** What the registries say, with the functions that find their names and terms in texts. */
export type Registries = Omit<RegistryValues, 'sections' | 'sources'> & {
  sections: NameIndex<Section>;
  sources: NameIndex<Source>;
  /** Finds the topics of an item. */
  topicsOf: TopicMatcher;
  findEntities: EntityIndex;
};

/** The registry files by name. A missing file is a fault, except `entities.yml`, `threads.yml` and `desk.yml`. */
export type RegistryFiles = Record<RegistryName, TextFile | undefined>;

export const registryNames = [
  'site',
  'sections',
  'sources',
  'topics',
  'redirects',
  'entities',
  'threads',
  'desk',
] as const;
export type RegistryName = (typeof registryNames)[number];

const sectionSchema = z.strictObject({ id, name, aliases, description: text });
const sourceSchema = z.strictObject({
  name,
  aliases,
  url: url.optional().describe('媒体自己的网址'),
  hosts: z
    .array(z.string().regex(/^[\w-]+(?:\.[\w-]+)+$/, 'expected a host such as news.example.org'))
    .optional()
    .describe('网址之外，它的报道还在哪些域名上；npm run add 凭此认出来源'),
  feed: z
    .union([url, z.array(url).min(1)], {
      error: 'expected an address such as https://example.com/feed.xml, or several in [ ]',
    })
    .optional()
    .describe('订阅源的网址，一个或几个；npm run inbox 从这里收集消息'),
});
const entitySchema = z.strictObject({
  id,
  name,
  aliases,
  synonyms,
  kind: z
    .enum(['organisation', 'document'])
    .default('organisation')
    .describe('organisation 机构、企业（默认）；document 不加书名号也认得的法律法规'),
}) satisfies z.ZodType<Entity>;
/** What each registry file may contain. `json-schemas.ts` makes JSON Schemas for text editors from these. */
export const registrySchemas: Record<RegistryName, z.ZodType> = {
  site: siteSchema,
  sections: z.array(sectionSchema),
  sources: z.array(sourceSchema),
  topics: z.array(topicSchema),
  redirects: redirectsSchema,
  entities: z.array(entitySchema),
  threads: threadsSchema,
  desk: deskSchema,
};

/**
 * Parses the registry files. Entries with a fault are left out. `registries` is `undefined` if `site.yml` has a fault.
 */
export function parseRegistries(files: RegistryFiles): {
  registries: Registries | undefined;
  diagnostics: Diagnostics[];
} {
  const site = readMap(files.site, 'site.yml', siteSchema);
  const sections = readList(files.sections, 'sections.yml', sectionSchema, (entry) => entry.id);
  const sources = readList(files.sources, 'sources.yml', sourceSchema, (entry) =>
    sourceSlug(entry.name),
  );
  const redirects = readRedirects(files.redirects);
  const noEntities = { path: 'entities.yml', text: '' };
  const entities = readList(
    files.entities ?? noEntities,
    noEntities.path,
    entitySchema,
    (entry) => entry.id,
  );
  const topics = readTopics(files.topics, entities.value);
  const threads = readThreads(files.threads);
  const desk = readDeskEntries(files.desk);
  const diagnostics = [site, sections, sources, topics, redirects, entities, threads, desk].map(
    (registry) => registry.diagnostics,
  );
  if (site.value === undefined) return { registries: undefined, diagnostics };
  const registries = registriesFrom({
    site: site.value,
    sections: sections.value,
    sources: sources.value.map(({ feed: _, ...source }) => ({
      ...source,
      slug: sourceSlug(source.name),
    })),
    feeds: sources.value.flatMap(({ name: source, feed = [] }) =>
      [feed].flat().map((address) => ({ source, url: address })),
    ),
    topics: topics.value,
    redirects: redirects.value,
    entities: entities.value,
    threads: threads.value,
    desk: desk.value,
  });
  return { registries, diagnostics };
}

/** Adds the functions that find names and terms in texts. */
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
