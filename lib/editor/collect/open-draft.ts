import { join } from 'node:path';
import { readUtf8 } from '#lib/check/read-folder.ts';
import type { Archive } from '#lib/content/archive.ts';
import { makeIssue } from '../make-issue.ts';

/** The issue to which reports are added. `before` is the text of its file; `undefined` where it is not written yet. */
export type Draft = { path: string; before: string | undefined; text: string };

/** The newest draft; else the next issue, as `npm run new` makes it. @throws Failure as `makeIssue` does */
export async function openDraft(folder: string, { issues }: Archive): Promise<Draft> {
  const draft = issues.find((issue) => issue.draft);
  if (draft === undefined) {
    const { path, content } = await makeIssue(folder, undefined);
    return { path, before: undefined, text: content };
  }
  const path = join(folder, draft.place.path);
  const before = await readUtf8(path);
  return { path, before, text: before };
}
