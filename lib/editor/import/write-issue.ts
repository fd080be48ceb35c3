import { stringify } from 'yaml';
import type { Draft, DraftItem } from './draft.ts';
import { keepFront } from './kept-front.ts';

/**
 * The canonical Markdown of a draft: ## sections, ### items, 来源： lines. `kept` is front matter that was
 * there: a title in it is the issue's, and one in the text a comment behind it.
 */
export function writeIssue(draft: Draft, kept: string | undefined): string {
  const hasTitle = /^(["']?)title\1\s*:/m.test(kept ?? '');
  const lines = draft.front.map(({ text, isTitle }) =>
    isTitle && !hasTitle ? stringify({ title: text }, { lineWidth: 0 }).trimEnd() : `# ${text}`,
  );
  const front = [...(kept === undefined ? [] : [keepFront(kept)]), ...lines];
  const hasNumber = /^number\s*:/m.test(kept ?? '');
  if (draft.number !== undefined && !hasNumber) front.push(`number: ${draft.number}`);
  const blocks = [
    ...(front.length === 0 ? [] : [`---\n${front.join('\n')}\n---`]),
    ...draft.lead,
    ...draft.sections.flatMap(({ name, stray, items }) => [
      ...(name === undefined ? [] : [`## ${name}`]),
      ...stray,
      ...items.flatMap(writeItem),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function writeItem({ title, body, source, behind }: DraftItem): string[] {
  const line = source === undefined ? [] : [`来源：${source}`];
  return [`### ${title}`, ...body, ...line, ...behind];
}
