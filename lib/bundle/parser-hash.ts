import { hashOfFiles } from '#lib/setup/cached-bundle.cjs';

/** The hash of the code that decides what is read in an issue file, and found in many; hex. */
export function parserHash(root: string): string {
  const rooms = ['content', 'desk', 'references', 'site', 'threads'].map((name) => `lib/${name}`);
  return hashOfFiles(root, [...rooms, 'package-lock.json'], () => true);
}
