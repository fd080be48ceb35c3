/** The forms in which an issue is published beside its page, by the ending of the address: their media types. */
export const editionTypes = {
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
  eml: 'message/rfc822',
  epub: 'application/epub+zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type EditionEnding = keyof typeof editionTypes;
