/**
 * An issue as pieces of Markdown. A string of `lead`, `stray`, `body` or `behind` is a whole block. A title and a
 * source are parts of a line. A string of `front` is one or more lines of the front matter.
 */
export type IssueText = { front: string[]; lead: string[]; sections: SectionText[] };

/** `name` is absent for items before the first section. `stray` has the blocks before the first item. */
export type SectionText = { name?: string; stray?: string[]; items: ItemText[] };

export type ItemText = {
  title: string;
  body: string[];
  /** The attribution without its label 来源：. */
  source?: string;
  /** Blocks behind the attribution, where the item should have ended. */
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
