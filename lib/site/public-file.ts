export type FileKind =
  | 'search shard'
  | 'feed'
  | 'calendar file'
  | 'edition'
  | 'card'
  | 'icon'
  | 'sitemap'
  | 'data'
  | 'manifest';

/** A public file that is no page: its props, and the name of the writer that makes the file from them. */
export type FileSource<Writer extends string, Props> = {
  path: string;
  kind: FileKind;
  /** Media type, with the charset where it is text. */
  type: string;
  /** See `lib/views/file-writers.ts`. */
  writer: Writer;
  /** Plain data, which can be passed to another thread. Each call makes it anew. */
  props: () => Props;
  /** The files of `public/` that the writer copies into this file, by their paths on the site. */
  reads?: () => Iterable<string>;
};

export type FileContent = string | Uint8Array<ArrayBuffer>;
