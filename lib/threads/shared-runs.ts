/**
 * The parts of a title that also occur in a text, from left to right. Each is as long as possible and has at least `least`
 * characters.
 */
export function sharedRuns(title: string, text: string, least: number): string[] {
  const runs: string[] = [];
  let start = 0;
  while (start + least <= title.length) {
    let end = start + least;
    const first = title.slice(start, end);
    if (/[^\p{L}\p{N}]/u.test(first) || !text.includes(first)) {
      start += 1;
      continue;
    }
    while (
      end < title.length &&
      /[\p{L}\p{N}]/u.test(title.charAt(end)) &&
      text.includes(title.slice(start, end + 1))
    )
      end += 1;
    runs.push(title.slice(start, end));
    start = end;
  }
  return runs;
}
