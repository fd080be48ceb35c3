import type { Archive } from '#lib/content/archive.ts';
import { type Act, actsOf } from '#lib/desk/lists/acts.ts';
import { actSteps, actTypes } from '#lib/desk/words.ts';
import type { LawsJson } from '#lib/editions/json/lists/desk-schemas.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { lawYears } from '../laws.ts';
import { aboutList, itemsJson, MOST, toldJson } from './common.ts';

/**
 * The acts that were last in the news, or those that the page of a year lists. Each has all its steps. Items that only
 * mention an act are left out.
 */
export function lawsJson(archive: Archive, year?: string): LawsJson {
  const years = lawYears(archive);
  const acts =
    year === undefined
      ? actsOf(archive).all.slice(0, MOST)
      : new Set(years.get(year)?.map(({ act }) => act));
  return {
    ...aboutList(archive, 'laws', year, years.keys()),
    laws: Array.from(acts, (act) => actJson(archive, act)),
  };
}

function actJson(
  archive: Archive,
  { id, name, type, state, stage, steps, entries }: Act,
): LawsJson['laws'][number] {
  return {
    id,
    name,
    url: absoluteUrl(archive.site.origin, paths.law(id)),
    type,
    typeLabel: actTypes[type],
    ...(state === undefined ? {} : { state }),
    stage,
    stageLabel: actSteps[stage],
    steps: steps.map(({ step, day, told }) => ({
      step,
      stepLabel: actSteps[step],
      ...(day === undefined ? {} : { day }),
      ...toldJson(archive, told),
    })),
    ...itemsJson(archive, entries),
  };
}
