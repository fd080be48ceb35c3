import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRegistries, readUtf8 } from '#lib/check/read-folder.ts';
import { assertInside, contentFolder } from '#lib/content/folder/content-files.ts';
import type { Section } from '#lib/content/issue.ts';
import { NameIndex, nameKey, plainKey, signedKey } from '#lib/content/names.ts';
import type { Registries } from '#lib/content/registries/registries.ts';
import { type IsoDate, isIsoDate } from '#lib/site/dates.ts';
import { readArguments } from '#lib/system/arguments.ts';
import { Failure, hasCode } from '#lib/system/failure.ts';
import { displayPath } from '#lib/system/working-folder.ts';
import { applyChanges } from './change.ts';
import { addSections } from './import/add-sections.ts';
import { convertIssues, type Imported } from './import/convert.ts';
import { type Input, readInput } from './import/read-input.ts';
import { summarise } from './import/summary.ts';
import type { FileChange } from './put-in-place.ts';

const USAGE = `Usage: npm run import -- FILE… | - [--date 2025-03-31] [--dry-run] [--force] [--add-sections]

Makes an issue from each FILE (.docx, .html, .md, .txt; - is standard input). Writes it into the content
folder in the format of issues, and its pictures into public/issues/. The whole text is kept. Faults in it
are reported line by line, for you to mend. A file with several issues, each with its day, becomes several.

  --date     the day of the issue, if neither the text nor the file's name has it; for one FILE
  --dry-run  prints what would be written, as a diff, and writes nothing
  --force    replaces an issue that exists already
  --add-sections
             adds the sections of the issues to sections.yml that are not in it yet

  npm run import -- ~/Downloads/issue.docx --dry-run
  npm run import -- - --date 2025-03-31 < issue.txt

Exit code: 0 when all issues are without errors, 1 when one is written but has errors, 2 when none is written.`;

const OPTIONS = {
  date: { type: 'string' },
  'dry-run': { type: 'boolean' },
  force: { type: 'boolean' },
  'add-sections': { type: 'boolean' },
} as const;

const PUBLIC = fileURLToPath(new URL('../../public', import.meta.url));

/** `npm run import` */
export async function run(args: string[]): Promise<void> {
  const read = readArguments(args, USAGE, OPTIONS, Number.POSITIVE_INFINITY);
  if (read === undefined) return;
  const { values, words } = read;
  if (words.length === 0) throw new Failure(`Name a file, or - for standard input.\n\n${USAGE}`, 2);
  await importFiles(words, {
    content: contentFolder(),
    publicFolder: PUBLIC,
    date: readGiven(values.date, words),
    dryRun: values['dry-run'] === true,
    overwrite: values.force === true,
    addSections: values['add-sections'] === true,
  });
}

export type ImportJob = {
  content: string;
  /** The folder `public/`, whose files the site serves unchanged. */
  publicFolder: string;
  date: IsoDate | undefined;
  dryRun: boolean;
  overwrite: boolean;
  /** Whether sections that are not in sections.yml are added to it. */
  addSections?: boolean;
};

/**
 * Imports files, each with one issue or more. All are read before the first is written; all are written or none.
 * @throws Failure when a file cannot be imported, or an issue cannot be written
 */
export async function importFiles(words: readonly string[], job: ImportJob): Promise<void> {
  const { content, dryRun, overwrite } = job;
  const inputs: Input[] = [];
  for (const word of words) inputs.push(await readInput(word));
  const { all, sections } = await convertAll(inputs, job);
  const issues: { path: string; imported: Imported }[] = [];
  const changes: FileChange[] = sections === undefined ? [] : [sections.change];
  for (const imported of all) {
    const path = join(content, 'issues', `${imported.date}.md`);
    if (issues.some((other) => other.path === path)) {
      throw new Failure(`Two issues have the day ${imported.date}: import them one by one.`, 2);
    }
    // This is checked here so that a dry run finds it too, before anything is printed.
    if (await exists(path)) {
      if (!overwrite)
        throw new Failure(`${displayPath(path)} is there already: --force writes over it.`, 2);
      await assertInside(content, path);
    }
    issues.push({ path, imported });
    changes.push(...(await newPictures(imported, job.publicFolder)));
    changes.push({ path, content: imported.text });
  }
  await applyChanges(changes, { dryRun, overwrite });
  for (const { id, name } of sections?.added ?? []) {
    console.log(
      `${dryRun ? 'Would add' : 'Added'} to sections.yml: ${name} (${id}). Write its description there, and move it to its place in the order.`,
    );
  }
  for (const { path, imported } of issues) {
    console.log(await summarise(imported, path, !dryRun));
    if (imported.diagnostics.failed) process.exitCode = 1;
  }
}

/** The issues of some inputs and, with `--add-sections`, the change that lists their sections. */
async function convertAll(
  inputs: readonly Input[],
  { content, date, addSections: isAdding }: ImportJob,
): Promise<{ all: Imported[]; sections?: { change: FileChange; added: Section[] } }> {
  const convert = async (registries: Registries) => {
    const all: Imported[] = [];
    for (const input of inputs) all.push(...(await convertIssues(input, registries, date)));
    return all;
  };
  const registries = await readRegistries(content);
  const all = await convert(registries);
  const names = all
    .flatMap(({ issue }) => issue?.sections ?? [])
    .filter(({ items }) => items.length > 0)
    .map(({ section }) => section.name);
  const unknown = unlistedNames(names, registries.sections);
  if (isAdding !== true || unknown.length === 0) return { all };
  const path = join(content, 'sections.yml');
  await assertInside(content, path);
  const before = await readUtf8(path);
  const { entries } = registries.sections;
  const { text, added } = addSections(before, unknown, entries);
  // Converted again with the new sections, so that they are reported as faults no more.
  const listed = { ...registries, sections: new NameIndex([...entries, ...added]) };
  const change = { path, content: text, isUpdate: true };
  return { all: await convert(listed), sections: { change, added } };
}

/**
 * The names of sections that no registry lists, in order, each once. C and C++ are two names, but a name with an emoji
 * before it is the same as without.
 */
function unlistedNames(names: readonly string[], sections: NameIndex<Section>): string[] {
  const shortest = new Map<string, string>();
  for (const name of names) {
    if (sections.find(name) !== undefined || nameKey(name) === '') continue;
    const known = shortest.get(plainKey(name));
    // A registry with 产业 finds it for “🔥产业”, but not the other way round: the shorter name is added.
    if (known === undefined || signedKey(name).length < signedKey(known).length)
      shortest.set(plainKey(name), name);
  }
  return [...shortest.values()];
}

/** The pictures of an issue that do not exist yet. Their names are hashes of their bytes. */
async function newPictures(
  { date, pictures }: Imported,
  publicFolder: string,
): Promise<FileChange[]> {
  const changes: FileChange[] = [];
  for (const { name, bytes } of pictures) {
    const path = join(publicFolder, 'issues', date, name);
    if (!(await exists(path))) changes.push({ path, content: bytes });
  }
  return changes;
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
}

/** @throws Failure for a `--date` that is no day, or that is given for several files */
function readGiven(value: string | boolean | undefined, words: readonly string[]) {
  if (typeof value !== 'string') return undefined;
  if (!isIsoDate(value)) {
    throw new Failure(`--date ${value} is not a day, expected one such as 2025-03-31.`, 2);
  }
  if (words.length > 1) {
    throw new Failure(
      `--date names one day and there are ${words.length} files: leave --date out.`,
      2,
    );
  }
  return value;
}
