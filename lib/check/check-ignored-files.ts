import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import { isIssueFile } from '#lib/content/folder/content-files.ts';
import { registryNames } from '#lib/content/registries/registries.ts';

/** Endings of text files. Other files beside the issues, such as pictures, are no faults. */
const TEXT = /\.(?:md|mdx|mdown|mkdn?|markdown|te?xt|html?|docx?|rtf|odt|pages|wps)$/i;
const DATED = /^\d{4}-\d{1,2}-\d{1,2}(?!.*\.(?:png|jpe?g|gif|svg|webp|avif)$)/i;
/** Files that editors hide on purpose, and temporary files of programs. */
const HIDDEN = /^[._]/;

/**
 * Reports files that an editor may take for published, although Dibao does not read them: `issues/2025-03-31.MD` and
 * `topics.yaml` have the wrong ending, `issues/2025/03-31.md` is in the wrong folder.
 * @returns one `Diagnostics` for each file, with one fault
 * @throws Error when the folder cannot be read
 */
export async function findIgnoredFiles(folder: string): Promise<Diagnostics[]> {
  const issues = await readdir(join(folder, 'issues'), { withFileTypes: true, recursive: true });
  const ignoredIssues = issues.flatMap((entry) => {
    const { name } = entry;
    const path = join(entry.parentPath, name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/');
    const isRead = path === `issues/${name}` && isIssueFile(entry);
    const looksLikeIssue = entry.isDirectory()
      ? /\.md$/i.test(name)
      : TEXT.test(name) || DATED.test(name);
    return looksLikeIssue && !isRead && !HIDDEN.test(name)
      ? [report(path, 'issues/2025-03-31.md')]
      : [];
  });
  const beside = await readdir(folder, { withFileTypes: true });
  const ignoredBeside = beside.flatMap(({ name }) => {
    if (DATED.test(name)) return [report(name, `issues/${name.slice(0, 10)}.md`)];
    const registry = registryNames.find((known) =>
      new RegExp(`^${known}\\.ya?ml$`, 'i').test(name),
    );
    return registry === undefined || name === `${registry}.yml`
      ? []
      : [report(name, `${registry}.yml`)];
  });
  return [...ignoredIssues, ...ignoredBeside].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function report(path: string, expected: string): Diagnostics {
  const diagnostics = new Diagnostics(path, '');
  const reason = `Unexpected file ${path}, which is not read, expected a name such as ${expected}`;
  diagnostics.report('file-ignored', reason, 0);
  return diagnostics;
}
