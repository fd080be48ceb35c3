/**
 * An issue in Markdown, piece by piece: each string is a whole block or, for titles and sources, what
 * stands on a line; of the front matter, a line or several.
 */
export type IssueText = { front: string[]; lead: string[]; sections: SectionText[] };

/** `name` is absent for items that stand before the first section, `stray` is what stands before the first item. */
export type SectionText = { name?: string; stray?: string[]; items: ItemText[] };

export type ItemText = {
  title: string;
  body: string[];
  /** What stands behind 来源：. */
  source?: string;
  /** What stands behind the source although the item ends there. */
  behind?: string[];
};

/** The canonical Markdown of an issue: ## sections, ### items, 来源： lines. */
export function writeIssue({ front, lead, sections }: IssueText): string {
  const blocks = [
    ...(front.length === 0 ? [] : [`---\n${front.join('\n')}\n---`]),
    ...lead,
    ...sections.flatMap(({ name, stray = [], items }) => [
      ...(name === undefined ? [] : [`## ${name}`]),
      ...stray,
      ...items.flatMap(writeItem),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function writeItem({ title, body, source, behind = [] }: ItemText): string[] {
  const line = source === undefined ? [] : [`来源：${source}`];
  return [`### ${title}`, ...body, ...line, ...behind];
}
