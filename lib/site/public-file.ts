import { once } from './once.ts';

export type FileKind =
  | 'search shard'
  | 'feed'
  | 'calendar file'
  | 'edition'
  | 'card'
  | 'sitemap'
  | 'data'
  | 'manifest';

/** A file at a public address: what it is a pure function of, and that function. */
export type PublicFile = {
  path: string;
  kind: FileKind;
  /** Media type, with the charset where it is text. */
  type: string;
  props: () => unknown;
  /** The files of `public/` that are written into it, by their paths on the site: it depends on them too. */
  reads?: () => Iterable<string>;
  write: () => FileContent | Promise<FileContent>;
};

export type FileContent = string | Uint8Array<ArrayBuffer>;

/** A public file whose props are made once, when they are first asked for. */
export function publicFile<Props>({
  props,
  reads,
  write,
  ...file
}: Pick<PublicFile, 'path' | 'kind' | 'type'> & {
  props: () => Props;
  reads?: (props: Props) => Iterable<string>;
  write: (props: Props) => FileContent | Promise<FileContent>;
}): PublicFile {
  const made = once(props);
  return {
    ...file,
    props: made,
    ...(reads === undefined ? {} : { reads: () => reads(made()) }),
    write: () => write(made()),
  };
}
