import { z } from 'zod';
import { frontMatterSchema } from './front-matter.ts';
import { registryNames, registrySchemas } from './registries/registries.ts';

/**
 * The JSON Schemas of the front matter and the registries, by name. Text editors complete and check with them. They
 * are of draft 7, which yaml-language-server reads.
 */
export function jsonSchemas(): Record<string, z.core.JSONSchema.BaseSchema> {
  const schemas = { 'front-matter': frontMatterSchema, ...registrySchemas };
  const names = ['front-matter', ...registryNames] as const;
  return Object.fromEntries(
    names.map((name) => [name, z.toJSONSchema(schemas[name], { target: 'draft-7', io: 'input' })]),
  );
}
