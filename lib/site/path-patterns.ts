/*
 * Patterns for the addresses of `paths.ts`, for the rules that hosts read. `*` is any text; a pattern has at most one.
 * Where several patterns match an address, the later one is the more exact.
 */
export const pathPatterns = {
  everything: '/*',
  frontPage: ['/'],
  issue: ['/issues/*'],
  wechat: ['/issues/*/wechat'],
  mail: ['/issues/*/mail'],
  section: ['/sections/*'],
  source: ['/sources/*'],
  topic: ['/topics/*'],
  entity: ['/entities/*'],
  /** Threads, and the lists of the threads of a year. */
  thread: ['/threads/*'],
  archive: ['/archive', '/archive/*'],
  review: ['/archive/*/review'],
  trends: ['/trends', '/trends/*'],
  /** Acts, and the lists of the acts of a year or a month. */
  law: ['/laws/*'],
  /** Cases, and the lists of the cases of a year or a month. */
  case: ['/cases/*'],
  calendar: ['/calendar', '/calendar/*'],
  calendars: '/*.ics',
  /** JSON files for programs: `/api/laws.json`, and `/api/laws/2025.json` for one year. */
  data: '/api/*',
  /** Files that load no other files. */
  files: ['/*.js', '/*.svg'],
  health: '/healthz',
} as const;

/** Whether a path matches a pattern. Both are decoded, or both are not. */
export function matchesPattern(pattern: string, path: string): boolean {
  const star = pattern.indexOf('*');
  if (star === -1) return path === pattern;
  const ending = pattern.length - star - 1;
  return (
    path.length >= star + ending &&
    path.startsWith(pattern.slice(0, star)) &&
    path.endsWith(pattern.slice(star + 1))
  );
}
