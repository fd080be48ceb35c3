/** How many of some items there are per issue, for a bar. A month without an issue has none. */
export function perIssue(count: number, issues: number): number {
  return issues === 0 ? 0 : count / issues;
}

/** The same in words, with one decimal: `2.5`. */
export function perIssueText(count: number, issues: number): string {
  const rate = perIssue(count, issues);
  return rate > 0 && rate < 0.05 ? '不到0.1' : rate.toFixed(1);
}
