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
 * The registries as they are kept, else as they are parsed. To parse the YAML of a publication takes 0.2 s, as long
 * as to read 520 kept issues. Only registries without a fault are kept: faults have to be reported each time.
 */
export function readRegistries(
  files: RegistryFiles,
  kept: CachedText,
): { registries: Registries | undefined; diagnostics: Diagnostics[] } {
  const text = kept.read();
  if (text !== undefined) {
    const values: RegistryValues = JSON.parse(text);
    return { registries: registriesFrom(values), diagnostics: withoutFaults(files) };
  }
  const { registries, diagnostics } = parseRegistries(files);
  if (registries !== undefined && diagnostics.every(({ messages }) => messages.length === 0))
    kept.write(JSON.stringify(valuesOf(registries)));
  return { registries, diagnostics };
}

function valuesOf(registries: Registries): RegistryValues {
  const { site, sections, sources, topics, redirects, entities, threads } = registries;
  return {
    site,
    sections: sections.entries,
    sources: sources.entries,
    topics,
    redirects,
    entities,
    threads,
  };
}

function withoutFaults(files: RegistryFiles): Diagnostics[] {
  return registryNames.map((name) => {
    const { path, text } = files[name] ?? { path: `${name}.yml`, text: '' };
    return new Diagnostics(path, text.replace(/^\uFEFF/, ''));
  });
}
