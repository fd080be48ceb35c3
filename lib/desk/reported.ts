import type { FollowedDesk, ItemFacts } from '#lib/content/issue.ts';

/** Whether the page of the desk lists what an item reports, as it was read: the step of a case, or that of an act. */
export function isReported({ desk }: Pick<ItemFacts, 'desk'>, followed: FollowedDesk): boolean {
  return (followed === 'cases' ? desk.cases : desk.acts).length > 0;
}
