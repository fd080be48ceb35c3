import { Diagnostics } from '../faults/diagnostics.ts';
import type { CachedText } from '../finding-cache.ts';
import {
  parseRegistries,
  type Registries,
  type RegistryFiles,
  type RegistryValues,
  registriesFrom,
  registryNames,
} from '../registries/registries.ts';

/**
 * Reads the registries from the cache, or else parses them. To parse the YAML of a publication takes 0.2 s, as long as
 * to read 520 issues from the cache. Only registries without faults are cached: faults must be reported each time.
 * @param cache the entry whose key is the hash of the files
 */
export function readRegistries(
  files: RegistryFiles,
  cache: CachedText,
): { registries: Registries | undefined; diagnostics: Diagnostics[] } {
  const text = cache.read();
  if (text !== undefined) {
    const values: RegistryValues = JSON.parse(text);
    return { registries: registriesFrom(values), diagnostics: withoutFaults(files) };
  }
  const { registries, diagnostics } = parseRegistries(files);
  if (registries !== undefined && diagnostics.every(({ messages }) => messages.length === 0))
    cache.write(JSON.stringify(valuesOf(registries)));
  return { registries, diagnostics };
}

function valuesOf(registries: Registries): RegistryValues {
  const { site, sections, sources, feeds, topics, redirects, entities, threads, desk } = registries;
  return {
    site,
    sections: sections.entries,
    sources: sources.entries,
    feeds,
    topics,
    redirects,
    entities,
    threads,
    desk,
  };
}

function withoutFaults(files: RegistryFiles): Diagnostics[] {
  return registryNames.map((name) => {
    const { path, text } = files[name] ?? { path: `${name}.yml`, text: '' };
    return new Diagnostics(path, text.replace(/^\uFEFF/, ''));
  });
}
