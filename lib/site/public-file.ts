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

/** What stands at a public address that is no page: what it is made of, and the name of what writes it. */
export type FileSource<Writer extends string, Props> = {
  path: string;
  kind: FileKind;
  /** Media type, with the charset where it is text. */
  type: string;
  /** See `lib/views/file-writers.ts`. */
  writer: Writer;
  /** Plain data, which another thread can be given; made anew each time. */
  props: () => Props;
  /** The files of `public/` that are written into it, by their paths on the site: it depends on them too. */
  reads?: () => Iterable<string>;
};

export type FileContent = string | Uint8Array<ArrayBuffer>;
