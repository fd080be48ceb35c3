import { readBlocks } from '../blocks/blocks.ts';
import { takeContents } from '../blocks/contents-list.ts';
import { lineTester, type PublicationNames } from '../marks/publication-names.ts';
import { readUnderlines } from '../marks/underline.ts';
import type { IssueDraft } from './draft.ts';
import { Recogniser } from './recogniser.ts';

/**
 * The issue in a Markdown text, however its sections, items and sources are marked. Everything else stays in its
 * place.
 */
export function recogniseIssue(text: string, publication: PublicationNames): IssueDraft {
  const testLine = lineTester(publication);
  const { blocks: all, locator } = readBlocks(readUnderlines(text), testLine);
  const { blocks, contents } = takeContents(all);
  const draft = new Recogniser(publication, locator, testLine, blocks).read();
  draft.contents = contents;
  return draft;
}
