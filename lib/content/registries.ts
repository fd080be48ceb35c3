import type { z } from 'zod';
import type { Entity } from '#lib/references/reference.ts';
import { slugOf } from '#lib/site/paths.ts';
import { isDecodable } from '#lib/site/redirects.ts';
import type { Site } from '#lib/site/site.ts';
import { type Diagnostics, firstOccurrence } from './diagnostics.ts';
import type { Redirect, Section, Source, Topic } from './issue.ts';
import { NameIndex, nameKey } from './names.ts';
import {
  entitySchema,
  redirectSchema,
  sectionSchema,
  siteSchema,
  sourceSchema,
  topicSchema,
} from './registry-schemas.ts';
import type { TextFile } from './text-file.ts';
import { YamlFile } from './yaml-file.ts';

/** What the files beside the issues say: the publication, its sections, sources, topics, organisations and redirects. */
export type Registries = {
  site: Site;
  sections: NameIndex<Section>;
  sources: NameIndex<Source>;
  topics: Topic[];
  entities: Entity[];
  redirects: Redirect[];
};

/** The registry files by name; one that is missing is a fault of its own, but for `entities.yml`. */
export type RegistryFiles = Record<Exclude<RegistryName, 'entities'>, TextFile | undefined> & {
  entities?: TextFile | undefined;
};

export const registryNames = [
  'site',
  'sections',
  'sources',
  'topics',
  'entities',
  'redirects',
] as const;
export type RegistryName = (typeof registryNames)[number];

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
  // Whoever follows no organisations needs no list of them.
  const entitiesFile = files.entities ?? { path: 'entities.yml', text: '' };
  const entities = readList(entitiesFile, 'entities.yml', entitySchema, (entry) => entry.id);
  const redirects = readRedirects(files.redirects);
  const diagnostics = [site, sections, sources, topics, entities, redirects].map(
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
    entities: entities.value,
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
