import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { frontMatterSchema } from '#lib/content/front-matter.ts';
import { jsonSchemas } from '#lib/content/json-schemas.ts';
import { registryNames } from '#lib/content/registries/registries.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('the schemas for an editor', () => {
  test.each(Object.entries(jsonSchemas()))(
    '%s is the one that is shipped',
    async (name, schema) => {
      const text = `${JSON.stringify(schema, null, 2)}\n`;
      await expect(text).toMatchFileSnapshot(join(root, `.vscode/schemas/${name}.json`));
    },
  );

  test('are given to the registries', () => {
    const settings = z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(read('.vscode/settings.json')));
    expect(settings['yaml.schemas']).toEqual(
      Object.fromEntries(
        registryNames.map((name) => [`.vscode/schemas/${name}.json`, `content/${name}.yml`]),
      ),
    );
  });

  test('and the fields of the front matter are those of the form', () => {
    const contentTypes = z.object({
      'frontMatter.taxonomy.contentTypes': z.array(
        z.object({ fields: z.array(z.object({ name: z.string() })) }),
      ),
    });
    const [type] = contentTypes.parse(JSON.parse(read('.vscode/settings.json')))[
      'frontMatter.taxonomy.contentTypes'
    ];
    const fields = Object.keys(frontMatterSchema.shape).filter((name) => name !== 'date');
    expect(type?.fields.map(({ name }) => name)).toEqual(fields);
  });

  test('accept each shipped registry', () => {
    for (const name of registryNames) {
      const schema = z.fromJSONSchema(jsonSchemas()[name] ?? {});
      // A list may be empty, with comments alone.
      const value: unknown = parse(read(`content/${name}.yml`)) ?? [];
      expect(schema.safeParse(value).error, name).toBeUndefined();
    }
  });
});
