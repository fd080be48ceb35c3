/**
 * The path of the page on which an issue is edited. It is no page of the site: the server of a preview's events has it.
 * @param token the word that allows to read and write
 * @param name the file without `.md`
 */
export function editPath(token: string, name: string): string {
  return `/edit/${token}/issues/${encodeURIComponent(name)}`;
}
