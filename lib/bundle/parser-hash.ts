import { hashOfFiles } from '#lib/setup/cached-bundle.cjs';

/** The hash of the code that parses issues and compares them with each other, in hex: a part of their cache keys. */
export function parserHash(root: string): string {
  const folders = ['content', 'desk', 'references', 'site', 'threads'].map((name) => `lib/${name}`);
  return hashOfFiles(root, [...folders, 'package-lock.json'], () => true);
}
