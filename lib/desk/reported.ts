import type { FollowedDesk, ItemFacts } from '#lib/content/issue.ts';

/**
 * Whether an item reports a case (for the page 案件) or an act (for the page 法规), according to what the desk has read in
 * it.
 */
export function isReported({ desk }: Pick<ItemFacts, 'desk'>, followed: FollowedDesk): boolean {
  return (followed === 'cases' ? desk.cases : desk.acts).length > 0;
}
