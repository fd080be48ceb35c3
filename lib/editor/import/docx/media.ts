import { extname } from 'node:path/posix';
import { type Parts, readPart } from './unpack.ts';
import { findAll } from './xml.ts';

/** The pictures of a document as `data:` addresses, by the names of their parts. */
export function mediaReader(parts: Parts): (part: string) => string {
  const types = parts.has('[Content_Types].xml')
    ? readPart(parts, '[Content_Types].xml')
    : undefined;
  const said =
    types === undefined ? [] : findAll(types, 'Default', 'Override', '?:Default', '?:Override');
  const known = new Map(
    said.map(({ attributes }) => [
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
