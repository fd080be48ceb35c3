import { readRegistries } from '#lib/check/read-folder.ts';
import { frontMatterSchema } from '#lib/content/front-matter.ts';
import type { OfferedName, OfferedNames } from './messages.ts';

/**
 * The names of a publication's registries that the editor's page completes.
 * @throws Failure when the folder cannot be read, or its site.yml cannot be used
 */
export async function readOfferedNames(folder: string): Promise<OfferedNames> {
  const { sections, sources, topics, entities } = await readRegistries(folder);
  return {
    fields: Object.entries(frontMatterSchema.shape).map(([name, { description = '' }]) => ({
      name,
      apply: `${name}: `,
      detail: description,
    })),
    sections: sections.entries.flatMap(withAliases),
    sources: sources.entries.flatMap(withAliases),
    others: unique([
      ...topics.flatMap(({ name, terms }) => [name, ...terms]),
      ...entities.flatMap(({ name, aliases }) => [name, ...aliases]),
    ]),
  };
}

/** A name, and its aliases, in whose place the name is written. */
function withAliases({ name, aliases }: { name: string; aliases: string[] }): OfferedName[] {
  return [{ name }, ...aliases.map((alias) => ({ name: alias, apply: name }))];
}

function unique(names: readonly string[]): OfferedName[] {
  return Array.from(new Set(names), (name) => ({ name }));
}
