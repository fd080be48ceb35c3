import type { WithReferences } from '#lib/references/reference.ts';
import type { Parties } from './facts.ts';

/** 甲诉乙侵权案, 甲在美起诉乙. The name of the defendant ends before one of the words at the end. */
const SUES =
  /^(.{2,40}?)(?:在.{1,4}?)?(?:起诉|(?<![起申投上控公胜败])诉(?![讼求请]))(.{2,40}?)(?=侵犯|侵权|侵害|泄露|用盗版|用其|不正当|著作权|商标|专利|案|[，：]|$)/u;

/**
 * Reads the parties of a case from an item's title; `undefined` if it names none. If a name in Latin letters or from
 * `entities.yml` begins at the defendant, that name is the defendant.
 */
export function readParties({
  title,
  references,
}: Pick<WithReferences, 'title' | 'references'>): Parties | undefined {
  const match = SUES.exec(title);
  if (match === null) return undefined;
  const [whole, plaintiff = '', written = ''] = match;
  const start = whole.length - written.length;
  const named = references
    .filter(
      ({ kind, span }) => (kind === 'organisation' || kind === 'name') && span.part === 'title',
    )
    .filter(({ span }) => span.start === start)
    .map(({ span }) => title.slice(span.start, span.end))
    .sort((a, b) => b.length - a.length)[0];
  return { plaintiff: plaintiff.trim(), defendant: (named ?? written).trim() };
}
