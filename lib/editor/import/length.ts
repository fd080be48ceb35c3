import { Failure } from '#lib/system/failure.ts';

/** As many lines as `check` takes of an issue, and as much text as it reads of a content file in Chinese. */
const MOST_LINES = 5000;
const MOST_CHARACTERS = 1_000_000;

/**
 * Makes sure that a text is no longer than an issue may be. To convert more would take minutes, and its issue would
 * be refused.
 * @throws Failure where it is longer
 */
export function assertLength(text: string, name: string): void {
  const lines = text.match(/\S.*/g)?.length ?? 0;
  const excess =
    lines > MOST_LINES
      ? `${lines} lines and an issue may have ${MOST_LINES}`
      : `${text.length} characters and an issue may have ${MOST_CHARACTERS}`;
  if (lines <= MOST_LINES && text.length <= MOST_CHARACTERS) return;
  throw new Failure(`${name} has ${excess}: part it into the issues that it holds.`, 2);
}
