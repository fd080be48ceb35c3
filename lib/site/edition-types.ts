/** The media types of an issue's editions, by the ending of their addresses. */
export const editionTypes = {
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
  eml: 'message/rfc822',
  epub: 'application/epub+zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type EditionEnding = keyof typeof editionTypes;
