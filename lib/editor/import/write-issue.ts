import { stringify } from 'yaml';
import type { Draft, DraftItem } from './draft.ts';
import { keepFront } from './kept-front.ts';

/**
 * The canonical Markdown of a draft: ## sections, ### items, 来源： lines. `kept` is front matter that was
 * there: what it says is the issue's, and what the text says of the same a comment behind it.
 */
export function writeIssue(draft: Draft, kept: string | undefined): string {
  const isKept = (key: string) => new RegExp(`^(["']?)${key}\\1\\s*:`, 'm').test(kept ?? '');
  const lines = draft.front.map(({ text, key }) =>
    key === undefined || isKept(key)
      ? `# ${text}`
      : stringify({ [key]: text }, { lineWidth: 0 }).trimEnd(),
  );
  const front = [...(kept === undefined ? [] : [keepFront(kept)]), ...lines];
  if (draft.number !== undefined && !isKept('number')) front.push(`number: ${draft.number}`);
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
