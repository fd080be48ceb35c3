import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from './failure.ts';

/** The identity of the folder at each path. It changes when another folder takes its place, not when files change. */
export type Identities = ReadonlyMap<string, string | undefined>;

/** The identity of the folder at a path, symbolic links followed; `undefined` where there is none. */
export function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path);
    // A new folder may get the inode number of one that was removed, so the path is a part of the identity.
    return `${dev} ${ino} ${realpathSync(path)}`;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES')) return undefined;
    throw error;
  }
}

/** The identities of some folders and of all folders below them, symbolic links followed. */
export function identitiesBelow(folders: readonly string[]): Map<string, string | undefined> {
  const identities = new Map<string, string | undefined>();
  const seen = new Set<string>();
  const visit = (folder: string) => {
    const identity = identityOf(folder);
    identities.set(folder, identity);
    // A link may lead to a folder that contains it.
    if (identity === undefined || seen.has(identity)) return;
    seen.add(identity);
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name);
      const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && leadsToFolder(path));
      if (isFolder) visit(path);
    }
  };
  for (const folder of folders) visit(folder);
  return identities;
}

/** Whether there is the same folder as before at each path. */
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
    // The folder was moved away a moment ago.
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}
