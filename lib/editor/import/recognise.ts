import { readBlocks } from './blocks.ts';
import { takeContents } from './contents-list.ts';
import type { IssueDraft } from './draft.ts';
import { lineTester, type PublicationNames } from './marks/lines.ts';
import { readUnderlines } from './marks/underline.ts';
import { Recogniser } from './recogniser.ts';

/**
 * The issue that a Markdown text holds, however its sections, items and sources are marked. What is none
 * of these stays where it stands.
 */
export function recogniseIssue(text: string, publication: PublicationNames): IssueDraft {
  const testLine = lineTester(publication);
  const { blocks: all, locator } = readBlocks(readUnderlines(text), testLine);
  const { blocks, left } = takeContents(all);
  const draft = new Recogniser(publication, locator, testLine, blocks).read();
  draft.contents = left;
  return draft;
}
