import { z } from 'zod';
import type { DataListName } from '#lib/site/data-lists.ts';
import { casesSchema, eventsSchema, lawsSchema } from './desk-schemas.ts';
import { entitiesSchema, threadsSchema } from './story-schemas.ts';

const schemas: Readonly<Record<DataListName, { title: string; schema: z.ZodType }>> = {
  laws: { title: 'The acts that a news digest follows', schema: lawsSchema },
  cases: { title: 'The cases that a news digest reports', schema: casesSchema },
  events: { title: 'The events that a news digest names', schema: eventsSchema },
  entities: {
    title: 'The organisations and acts that a news digest names',
    schema: entitiesSchema,
  },
  threads: {
    title: 'The stories that a news digest tells over several items',
    schema: threadsSchema,
  },
};

export type ListSchemaProps = { list: DataListName; id: string };

/** The JSON Schema (2020-12) of a list, which is published at `id`. */
export function listJsonSchema({ list, id }: ListSchemaProps): z.core.JSONSchema.BaseSchema {
  const { title, schema } = schemas[list];
  return { $id: id, title, ...z.toJSONSchema(schema) };
}
