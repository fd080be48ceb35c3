import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from './failure.ts';

/** Which folder stands at each path: what changes when another takes its place, and not when its files change. */
export type Identities = ReadonlyMap<string, string | undefined>;

/** The folder at a path, links followed; `undefined` where there is none. */
export function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path);
    // A file system may give the number of a folder that is gone to the next.
    return `${dev} ${ino} ${realpathSync(path)}`;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES')) return undefined;
    throw error;
  }
}

/** The folders themselves and all folders below them, links followed. */
export function identitiesBelow(folders: readonly string[]): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  const seen = new Set<string>();
  const visit = (folder: string) => {
    const identity = identityOf(folder);
    found.set(folder, identity);
    // A link may lead to a folder that it stands in.
    if (identity === undefined || seen.has(identity)) return;
    seen.add(identity);
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name);
      const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && leadsToFolder(path));
      if (isFolder) visit(path);
    }
  };
  for (const folder of folders) visit(folder);
  return found;
}

/** Whether each path has the same folder as before. */
export function areSame(before: Identities): boolean {
  return [...before].every(([path, identity]) => identityOf(path) === identity);
}

function leadsToFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // It was moved away a moment ago.
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}
