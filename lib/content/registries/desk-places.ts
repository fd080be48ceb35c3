import type { Point } from 'unist';
import { z } from 'zod';
import type { DeskEntry } from '#lib/desk/corrections/desk-entry.ts';
import { isDecodable } from '#lib/site/redirects.ts';
import { YamlFile } from '../yaml/yaml-file.ts';
import { permalink } from './fields.ts';

/** The last step of an address. */
const pageId = z
  .string()
  .refine(isDecodable)
  .transform((address) => decodeURIComponent(address.replace(/^.*\//, '')));

/** Finds where something of an entry stands in `desk.yml`: `['hide', 0]` is its first name under `hide`. */
export type DeskPlaces = (entry: DeskEntry, at: (string | number)[]) => Point;

/** Finds places in the text of a `desk.yml`. Its faults are known: they are not reported again. */
export function deskPlaces(text: string): DeskPlaces {
  const yaml = YamlFile.open({ path: 'desk.yml', text }, 'desk.yml');
  const indexes = new Map<string, number>();
  for (let index = 0; index < yaml.listLength; index += 1) {
    const item = yaml.has([index, 'item']) ? yaml.check([index, 'item'], permalink) : undefined;
    const page = yaml.has([index, 'join']) ? yaml.check([index, 'join', 0], pageId) : undefined;
    const key = item ?? page;
    if (key !== undefined && !indexes.has(key)) indexes.set(key, index);
  }
  return (entry, at) => yaml.pointOf([indexes.get(keyOf(entry)) ?? 0, ...at]);
}

function keyOf(entry: DeskEntry): string {
  return 'item' in entry ? entry.item : (entry.join.ids[0] ?? '');
}
