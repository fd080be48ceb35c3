import { rm } from 'node:fs/promises';
import { readRegistries, readUtf8, readWholeArchive } from '#lib/check/read-folder.ts';
import type { Archive } from '#lib/content/archive.ts';
import { pairsOfLetters } from '#lib/site/pair-index.ts';
import { Failure } from '#lib/system/failure.ts';
import { displayPath } from '#lib/system/working-folder.ts';
import { applyChanges } from '../change.ts';
import { findSection } from '../collect/find-section.ts';
import { openDraft } from '../collect/open-draft.ts';
import { appendItem } from '../collect/write-item.ts';
import { whyFolded } from './candidates/show.ts';
import { toldIn } from './candidates/told.ts';
import { type Citable, writeItem } from './write-item.ts';

/** An item that was made of a report. */
export type Taken = {
  /** The file of the issue, as messages show it. */
  file: string;
  /** What an editor should know of it, a sentence each. */
  notes: string[];
  /** Takes the item out again. @throws Failure when the issue was changed since */
  undo: () => Promise<void>;
};

/** Makes an item of a report in the draft of the next issue. */
export type Take = (report: Citable, section: string | undefined) => Promise<Taken>;

/** Makes items in the draft of a content folder, or in a new issue where there is no draft. */
export function takeInto(folder: string): Take {
  return async (report, name) => {
    const { sections } = await readRegistries(folder);
    const section = findSection(name, sections);
    // Without a name it is the first section of the issue.
    const isSection = (heading: string) => name === undefined || sections.find(heading) === section;
    const archive = await readWholeArchive(folder);
    const notes = notesOn(report, archive);
    const { path, before, text } = await openDraft(folder, archive);
    const content = appendItem(text, writeItem(report), isSection, section.name);
    await applyChanges([{ path, content }], { overwrite: before !== undefined });
    return { file: displayPath(path), notes, undo: () => putBack(path, content, before) };
  };
}

/**
 * What the newest issues tell of the same story.
 * @throws Failure when an item cites the report already: somebody took it since the feeds were read
 */
function notesOn({ title, url }: Citable, { issues }: Archive): string[] {
  const told = toldIn(issues);
  const cited = told.citing(url);
  if (cited !== undefined)
    throw new Failure(
      `${url} is cited already, in ${cited.item.place.path}: “${cited.item.title}”.`,
      2,
    );
  const entry = told.telling({ title, pairs: pairsOfLetters(title) });
  return entry === undefined ? [] : [whyFolded(entry)];
}

/** @param before the text before the item was added; `undefined` where the file was made for it */
async function putBack(path: string, written: string, before: string | undefined): Promise<void> {
  const now = await readUtf8(path);
  if (now !== written)
    throw new Failure(`${displayPath(path)} was changed since: take the item out there.`, 2);
  if (before === undefined) await rm(path);
  else await applyChanges([{ path, content: before }], { overwrite: true });
}
