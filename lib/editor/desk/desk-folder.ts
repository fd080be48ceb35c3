import { join } from 'node:path';
import { readUtf8 } from '#lib/check/read-folder.ts';
import type { Archive } from '#lib/content/archive.ts';
import { readDeskEntries } from '#lib/content/registries/desk.ts';
import { Failure, hasCode } from '#lib/system/failure.ts';
import { displayPath } from '#lib/system/working-folder.ts';
import { applyChanges } from '../change.ts';
import type { Desk } from './ask.ts';
import { writeAnswer } from './write-desk.ts';

/**
 * The desk of a content folder, whose answers go to its `desk.yml`. The file is read again for each answer, so that
 * what an editor writes there in the meantime stays, and is made where there is none.
 */
export function deskIn(folder: string, archive: Archive): Desk {
  const path = join(folder, 'desk.yml');
  return {
    archive,
    save: async (item, answer) => {
      const text = writeAnswer(await readDeskFile(path), item, answer);
      const desk = entriesIn(path, text);
      await applyChanges([{ path, content: text }], { overwrite: true });
      return { ...archive, desk };
    },
  };
}

/**
 * Makes sure that `desk.yml` has no fault before an editor is asked: her answers are added to it.
 * @throws Failure when it has one
 */
export async function assertUsable(folder: string): Promise<void> {
  const path = join(folder, 'desk.yml');
  entriesIn(path, await readDeskFile(path));
}

async function readDeskFile(path: string): Promise<string> {
  try {
    return await readUtf8(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return '';
    throw error;
  }
}

function entriesIn(path: string, text: string): Archive['desk'] {
  const { value, diagnostics } = readDeskEntries({ path: 'desk.yml', text });
  if (!diagnostics.failed) return value;
  throw new Failure(`${displayPath(path)} has a fault: npm run check shows it, with its place.`, 2);
}
