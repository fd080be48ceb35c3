import { Notices } from '../notices.ts';
import type { IssueDraft } from './draft.ts';

/** Sentences on what an editor should look at in a draft, each with its line in the issue's text. */
export function describeDraft(
  { contents, gaps, untitled, repeated }: IssueDraft,
  text: string,
): string[] {
  const lines = text.split('\n');
  const lineOf = (title: string) => lines.indexOf(`### ${title}`) + 1;
  const sentences = gaps.map(({ title, actual, expected }) => {
    const line = lineOf(title);
    const place = line === 0 ? '' : ` in line ${line}`;
    const reason = actual < expected ? 'one number is there twice' : 'an item is missing';
    return `Unexpected number ${actual} before “${title}”${place}, expected ${expected}: see whether ${reason}.`;
  });
  if (contents.length > 0) {
    const notices = new Notices();
    notices.add(
      'A table of contents was left out: the page of an issue has its own',
      contents.join(' '),
    );
    sentences.push(...notices.list());
  }
  if (untitled > 0) {
    sentences.push(
      `Items without a title got their first words as one, ${times(untitled)}: write titles.`,
    );
  }
  if (repeated > 0) {
    sentences.push(`Items without a text got their title as their text too, ${times(repeated)}.`);
  }
  return sentences;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
