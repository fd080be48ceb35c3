import { z } from 'zod';
import { frontMatterSchema } from './front-matter.ts';
import { registryNames, registrySchemas } from './registries/registries.ts';

/**
 * What the front matter and the registries may hold as JSON Schemas (draft 7, which is what
 * yaml-language-server reads), by name, for programs that help while one types.
 */
export function jsonSchemas(): Record<string, z.core.JSONSchema.BaseSchema> {
  const schemas = { 'front-matter': frontMatterSchema, ...registrySchemas };
  const names = ['front-matter', ...registryNames] as const;
  return Object.fromEntries(
    names.map((name) => [name, z.toJSONSchema(schemas[name], { target: 'draft-7', io: 'input' })]),
  );
}
