import { posix } from 'node:path';
import { type Parts, readPart } from './unpack.ts';
import { findAll } from './xml.ts';

/** Where a part of a document leads: a part that is there, or an address outside; neither where that is lost. */
export type Relationship = { type: string; part?: string; url?: string };

/** The relationships of a part by their ids; of the whole document for an empty name (ECMA-376-2, 9). */
export function readRelationships(parts: Parts, part: string): Map<string, Relationship> {
  const { dir, base } = posix.parse(part);
  const file = posix.join(dir, '_rels', `${base}.rels`);
  if (!parts.has(file)) return new Map();
  return new Map<string, Relationship>(
    findAll(readPart(parts, file), 'rel:Relationship').map(({ attributes }) => {
      const { Id = '', Type = '', Target = '', TargetMode } = attributes;
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      if (TargetMode === 'External') return [Id, { type, url: Target }];
      const name = posix.join('/', Target.startsWith('/') ? '' : dir, Target).slice(1);
      return [Id, parts.has(name) ? { type, part: name } : { type }];
    }),
  );
}

/** The parts of a type that a part leads to, in order. */
export function partsOf(relationships: ReadonlyMap<string, Relationship>, type: string): string[] {
  return Array.from(relationships.values()).flatMap((each) =>
    each.type === type && each.part !== undefined ? [each.part] : [],
  );
}
