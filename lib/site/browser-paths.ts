import type { IsoDate } from './dates.ts';

/*
 * The addresses that scripts in the browser use. `paths.ts` has them too. Here each is a function of its own, so that
 * the bundle of a script contains only those that it uses.
 */

/** The scripts of the site. Each is bundled from the file with its name in `components/enhance`. */
export const scriptNames = [
  'site',
  'search',
  'search-worker',
  'settings-panel',
  'press-key',
  'item-menu',
  'citations',
  'qr',
  'sort-table',
  'watch',
  'clipping',
  'clipping-docx',
  'copy',
  'read-aloud',
  'traditional',
] as const;
/** The script of an editor's preview. It is no part of the printed site. */
export const previewScript = 'preview';
export type ScriptName = (typeof scriptNames)[number] | typeof previewScript;

export const home = () => '/';
export const issue = (date: IsoDate) => `/issues/${date}`;
export const item = (date: IsoDate, id: string) => `/issues/${date}/${encodeURIComponent(id)}`;
export const search = () => '/search';
export const searchFor = (words: string) => `/search?q=${encodeURIComponent(words)}`;
export const searchShard = (year: string) => `/search/${year}.json`;
export const searchPages = () => '/search/pages.json';
export const traditionalNames = () => '/traditional.json';
export const searchIssues = () => '/search/issues.json';
export const characterTable = () => '/search/characters.json';
/** The feed of a page that has one of its own at its address. */
export const feedOfPage = (page: string) => `${page}/atom.xml`;
/** The id of a month's heading on a page that lists a year by month. */
export const monthAnchor = (month: number) => `month-${month}`;
export const archiveYear = (year: string) => `/archive/${year}`;
export const archiveMonth = (year: string, month: number) =>
  `/archive/${year}#${monthAnchor(month)}`;
export const clipping = () => '/clipping';
export const offline = () => '/offline';
export const favicon = () => '/favicon.svg';
export const serviceWorker = () => '/service-worker.js';
export const script = (name: ScriptName) => `/scripts/${name}.js`;
