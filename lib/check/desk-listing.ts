import type { Archive } from '#lib/content/archive.ts';
import type { ReadArchive } from '#lib/content/folder/read-archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { entriesOf } from '#lib/content/queries.ts';
import { deskOf } from '#lib/desk/corrections/desk-of.ts';
import { type Listed, listedIn, listNames } from '#lib/desk/listed.ts';
import { Failure } from '#lib/system/failure.ts';
import { git } from './permalinks/git.ts';

/** What is listed: issues that are new, or also the newest or the named ones that are public already. */
export type DeskListing = 'new' | 'always';

/**
 * What the desk takes from issues, in a few lines each, so that an editor sees it before it is published. An issue is
 * new if it is not public yet, or if it is the newest and has changed since the last commit.
 * @param folder the content folder
 * @param paths the files that the editor named; `undefined` for none
 * @returns empty where there is nothing to show
 */
export async function listDesk(
  { archive, written }: ReadArchive,
  folder: string,
  listing: DeskListing,
  paths: ReadonlySet<string> | undefined,
): Promise<string> {
  if (archive === undefined) return '';
  const chosen = written
    .filter(({ place }) => paths === undefined || paths.has(place.path))
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  const isPublic = ({ draft, date }: Issue) => !draft && date <= archive.today;
  const newest = chosen.find(isPublic);
  const isShown = async (issue: Issue) => {
    if (!isPublic(issue)) return true;
    if (listing === 'always') return paths !== undefined || issue === newest;
    return issue === newest && (await hasChanged(folder, issue.place.path));
  };
  const shown = await Promise.all(
    chosen.map(async (issue) => ((await isShown(issue)) ? listIssue(archive, issue) : [])),
  );
  return shown.flat().join('\n\n');
}

/** Whether a file differs from the last commit; `false` outside of a git repository. */
async function hasChanged(folder: string, path: string): Promise<boolean> {
  try {
    const changes = await git(folder, `${path} cannot be compared`, [
      'status',
      '--porcelain',
      '--',
      path,
    ]);
    return changes !== '';
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

/** So many lines are shown of an issue. */
const MOST = 20;

function listIssue(archive: Archive, issue: Issue): string[] {
  const lines = entriesOf(issue).flatMap((entry) =>
    listedIn(deskOf(archive, entry), entry.item.title).map(lineOf),
  );
  if (lines.length === 0) return [];
  const more = lines.length > MOST ? [`  … and ${lines.length - MOST} more`] : [];
  const head = `${issue.date} puts into the lists of laws, cases and events (npm run desk -- ${issue.date} shows why):`;
  return [[head, ...lines.slice(0, MOST), ...more].join('\n')];
}

function lineOf({ list, name, facts }: Listed): string {
  return `  ${listNames[list]} ${name}：${facts.map(({ words }) => words).join('、')}`;
}
