import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file of a site by its name, with what is in it. */
export function siteFiles(out: string): Map<string, string> {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(out, name)).isFile()).sort();
  return new Map(files.map((name) => [name, readFileSync(join(out, name), 'base64')]));
}

/** The names of the pages in a folder of a site, in alphabetical order. */
export function pagesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .sort();
}

/** The text of a page, without its styles and tags. */
export function textOfPage(page: string): string {
  return page.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, ' ');
}
