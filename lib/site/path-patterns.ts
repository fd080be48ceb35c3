/*
 * The addresses of `paths.ts` by what stands there, as rules for hosts name them: `*` is any text, once in a
 * pattern. Where several match an address, the later one is the closer.
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
  /** Threads, and the lists of those that went on in a year. */
  thread: ['/threads/*'],
  archive: ['/archive', '/archive/*'],
  review: ['/archive/*/review'],
  trends: ['/trends', '/trends/*'],
  laws: ['/laws', '/laws/*'],
  cases: ['/cases', '/cases/*'],
  calendar: ['/calendar', '/calendar/*'],
  calendars: '/*.ics',
  /** What asks for nothing of its own. */
  files: ['/*.js', '/*.svg'],
  health: '/healthz',
} as const;

/** Whether a path, decoded or not, is one of a pattern's. */
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
