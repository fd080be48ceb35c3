import { Failure } from '#lib/system/failure.ts';

/** The limits of `check`: the lines of an issue, and the size of a content file, as characters of Chinese. */
const MOST_LINES = 5000;
const MOST_CHARACTERS = 1_000_000;

/**
 * Refuses a text that is too long for an issue: it would take minutes to convert, and `check` would refuse it.
 * @throws Failure where it is too long
 */
export function assertLength(text: string, name: string): void {
  const lines = text.match(/\S.*/g)?.length ?? 0;
  const excess =
    lines > MOST_LINES
      ? `${lines} lines and an issue may have ${MOST_LINES}`
      : `${text.length} characters and an issue may have ${MOST_CHARACTERS}`;
  if (lines <= MOST_LINES && text.length <= MOST_CHARACTERS) return;
  throw new Failure(`${name} has ${excess}: split it into its issues.`, 2);
}
