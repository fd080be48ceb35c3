import { posix } from 'node:path';
import { type Parts, readPart } from './unpack.ts';
import { findAll } from './xml.ts';

/** The target of a relationship: a part of the document, or an address outside; neither where it is missing. */
export type Relationship = { type: string; part?: string; url?: string };

/** The relationships of a part by their ids, or of the whole document for an empty name (ECMA-376-2, 9). */
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

/** The parts of a type to which a part refers, in order. */
export function partsOf(relationships: ReadonlyMap<string, Relationship>, type: string): string[] {
  return Array.from(relationships.values()).flatMap((each) =>
    each.type === type && each.part !== undefined ? [each.part] : [],
  );
}
