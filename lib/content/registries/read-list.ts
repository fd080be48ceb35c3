import type { z } from 'zod';
import { type Diagnostics, firstOccurrence } from '../faults/diagnostics.ts';
import { signedKey } from '../names.ts';
import type { TextFile } from '../text-file.ts';
import { YamlFile } from '../yaml/yaml-file.ts';

type Named = { name: string; aliases?: string[] };

/** A fault of an entry, and where in the entry it is. */
export type EntryFault = { reason: string; at: (string | number)[] };

/**
 * Reads a list of entries. No two may have the same name or alias, nor the same key, which is a part of addresses.
 * @param faultsOf finds the faults that need more than the entry itself, such as another registry
 */
export function readList<T extends Named>(
  file: TextFile | undefined,
  path: string,
  schema: z.ZodType<T>,
  keyOf: (entry: T) => string,
  faultsOf: (entry: T) => readonly EntryFault[] = () => [],
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
    const faults = faultsOf(entry);
    for (const { reason, at } of faults) yaml.report('registry-invalid', reason, [index, ...at]);
    const key = keyOf(entry);
    const names = [entry.name, ...(entry.aliases ?? [])];
    const unique = names.every((spelling) => claim(`name ${signedKey(spelling)}`, spelling, index));
    if (claim(`key ${key}`, key, index) && unique && faults.length === 0) value.push(entry);
  }
  return { value, diagnostics: yaml.diagnostics };
}
