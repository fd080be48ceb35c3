import { extname } from 'node:path/posix';
import { type Parts, readPart } from './unpack.ts';
import { findAll } from './xml.ts';

/** Returns a function that gives the `data:` address of a picture by the name of its part. */
export function mediaReader(parts: Parts): (part: string) => string {
  const types = parts.has('[Content_Types].xml')
    ? readPart(parts, '[Content_Types].xml')
    : undefined;
  const declared =
    types === undefined ? [] : findAll(types, 'Default', 'Override', '?:Default', '?:Override');
  const known = new Map(
    declared.map(({ attributes }) => [
      attributes.PartName ?? `.${attributes.Extension}`.toLowerCase(),
      attributes.ContentType ?? '',
    ]),
  );
  return (part) => {
    const ending = extname(part).toLowerCase();
    const type = known.get(`/${part}`) ?? known.get(ending) ?? `image/${ending.slice(1)}`;
    return `data:${type};base64,${parts.get(part)?.toString('base64') ?? ''}`;
  };
}
