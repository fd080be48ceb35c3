import type { z } from 'zod';
import { type Diagnostics, firstOccurrence } from '../faults/diagnostics.ts';
import { signedKey } from '../names.ts';
import type { TextFile } from '../text-file.ts';
import { YamlFile } from '../yaml/yaml-file.ts';

type Named = { name: string; aliases?: string[] };

/** Reads a list of entries. No two may have the same name or alias, nor the same key, which is a part of addresses. */
export function readList<T extends Named>(
  file: TextFile | undefined,
  path: string,
  schema: z.ZodType<T>,
  keyOf: (entry: T) => string,
): { value: T[]; diagnostics: Diagnostics } {
  const yaml = YamlFile.open(file, path);
  const value: T[] = [];
  const firstByKey = new Map<string, number>();
  const claim = (key: string, shown: string, index: number): boolean => {
    const first = firstByKey.get(key);
    if (first === undefined || first === index) {
      firstByKey.set(key, index);
      return true;
    }
    const cause = firstOccurrence(yaml.path, 'first here', yaml.pointOf([first]));
    yaml.report(
      'registry-invalid',
      `Unexpected second \`${shown}\`, expected it once`,
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
    const unique = names.every((spelling) => claim(`name ${signedKey(spelling)}`, spelling, index));
    if (claim(`key ${key}`, key, index) && unique) value.push(entry);
  }
  return { value, diagnostics: yaml.diagnostics };
}
