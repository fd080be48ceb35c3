import { z } from 'zod';
import { isNameable, ownIds } from '#lib/site/paths.ts';
import { itemAddress, readPermalink } from '#lib/site/permalink.ts';
import { isDecodable } from '#lib/site/redirects.ts';
import { sourceSlug } from '../names.ts';

/** The id of a section, a topic or an organisation. It is a part of addresses, and must never change. */
export const id = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens')
  .refine(
    (value) => !ownIds.some((own) => own === value),
    'expected another id: this one is used by the pages',
  )
  .describe('网址里的一段：小写字母、数字、连字符；公开以后不要改');
export const text = z.string().trim().min(1, 'expected some text');
/** A name must have a letter or a digit, and its slug must be short enough for the name of a file. */
export const name = text
  .max(60)
  .refine((value) => /[\p{L}\p{N}]/u.test(value), 'expected a letter or a digit')
  .refine((value) => isNameable(sourceSlug(value)), 'expected a shorter name');
export const url = z.url({
  protocol: /^https?$/,
  error: 'expected an address such as https://example.org',
});
export const aliases = z.array(name).default([]).describe('也认得的别的写法');
export const synonyms = z
  .array(name)
  .optional()
  .describe('检索时当作同一个名称的词，如 AI 与 人工智能；只用于检索');

const ITEM = 'expected the address of an item such as /issues/2025-03-31/k3x9qa';

/** An item's address, read as `permalinkOf` writes it. */
export const permalink = z
  .string(ITEM)
  .regex(itemAddress, { error: ITEM, abort: true })
  .refine(isDecodable, {
    error: 'expected an address in which every % begins an escape such as %E5',
    abort: true,
  })
  .refine((value) => readPermalink(value) !== undefined, ITEM)
  .transform((value) => readPermalink(value)?.permalink ?? value);
