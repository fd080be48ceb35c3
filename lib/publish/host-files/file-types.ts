/**
 * The media types of the files that an editor may put into `public/`, by their endings (IANA's registry of media
 * types). The types of the files that the press makes are in the table of headers.
 */
export const fileTypes: Readonly<Record<string, string>> = {
  html: 'text/html;charset=utf-8',
  css: 'text/css;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
  pdf: 'application/pdf',
  zip: 'application/zip',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  avif: 'image/avif',
  bmp: 'image/bmp',
  gif: 'image/gif',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  mp4: 'video/mp4',
  webm: 'video/webm',
  woff: 'font/woff',
  woff2: 'font/woff2',
};

/** The type of a file with an unknown ending (RFC 2046, 4.5.1): browsers offer to save it. */
export const unknownType = 'application/octet-stream';

/** The media type of a file by its name. */
export function fileTypeOf(name: string): string {
  const ending = /\.([^./]+)$/.exec(name)?.[1] ?? '';
  return fileTypes[ending.toLowerCase()] ?? unknownType;
}
