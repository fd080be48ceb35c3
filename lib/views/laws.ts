import type { Archive } from '#lib/content/archive.ts';
import type { ActStep } from '#lib/desk/facts.ts';
import { type Act, actsOf } from '#lib/desk/lists/acts.ts';
import { dayOfStep, type Step } from '#lib/desk/lists/steps.ts';
import { actSteps, actTypes } from '#lib/desk/words.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { subjectsData } from '#lib/syndication/structured-data/collection.ts';
import { memoise } from '#lib/system/memo.ts';
import { type DeskList, type DeskProps, deskPage } from './desk.ts';
import { type LastStep, type StepRef, stepRef } from './desk-steps.ts';
import { type ByYear, byYear, type Period } from './period.ts';

/** An act in a list: where it stands, and its steps in the period shown, in their order. */
export type ActRef = {
  name: string;
  path: string;
  stage: string;
  steps: StepRef[];
  last: LastStep;
};

/** The acts that have steps in a period, by their states, China first, and then by their types. */
export type LawsProps = DeskProps & {
  states: { name: string; types: { name: string; acts: ActRef[] }[] }[];
};

/** A step of an act, under the day by which it is listed. */
export type ActInYear = { act: Act; step: Step<ActStep>; day: IsoDate };

/** `undefined` for a period in which no act has a step. */
export function lawsPage(
  archive: Archive,
  { year: period }: { year?: Period },
): LawsProps | undefined {
  const desk = deskPage(archive, lawList(archive), period);
  return desk && { ...desk.page, states: groupByState(desk.listed) };
}

/** The steps of acts, by year. One takes up to 800 bytes of a page. */
export function lawList(archive: Archive): DeskList<ActInYear> {
  return {
    name: '法规',
    describe: (when) =>
      `${archive.site.name}${when}报道过进展的法律、法规、司法解释、政策、标准与条约，各附从拟议、草案到施行的经过。`,
    path: paths.laws,
    years: lawYears(archive),
    dayOf,
    most: 150,
    dataOf: (page, listed) =>
      subjectsData(
        archive,
        page,
        [...new Set(listed.map(({ act }) => act))].map(({ id, name }) => ({
          name,
          path: paths.law(id),
        })),
      ),
  };
}

/**
 * The steps of acts by year, the last first.
 * Memoised: the pages ask 30 times, which would take 0.6 s for 1,000 acts.
 */
export const lawYears: (archive: Archive) => ByYear<ActInYear> = memoise((archive) => {
  const steps = actsOf(archive).all.flatMap((act) =>
    act.steps.map((step) => ({ act, step, day: dayOfStep(step) })),
  );
  return byYear(
    steps.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)),
    dayOf,
  );
});

export function dayOf({ day }: { day: IsoDate }): IsoDate {
  return day;
}

const CHINA = '中国';
/** Where no item says whose act it is. */
const NO_STATE = '未写明国别';

/** @param listed the last step first */
function groupByState(listed: readonly ActInYear[]): LawsProps['states'] {
  const refs = new Map<Act, ActRef>();
  for (const { act, step, day } of listed) {
    const { id, name, stage } = act;
    const shown = stepRef(step, actSteps);
    // The first step of an act in this order is its last one.
    const ref = refs.get(act) ?? {
      ...{ name, path: paths.law(id), stage: actSteps[stage], steps: [] },
      last: { day: shown.day, listed: day },
    };
    refs.set(act, ref);
    ref.steps.unshift(shown);
  }
  const acts = [...refs];
  const states = [...new Set(acts.map(([{ state = NO_STATE }]) => state))];
  const order = (state: string) => (state === CHINA ? 0 : state === NO_STATE ? 2 : 1);
  return states
    .sort((a, b) => order(a) - order(b))
    .map((name) => ({
      name,
      types: Object.entries(actTypes).flatMap(([type, label]) => {
        const own = acts.filter(([act]) => (act.state ?? NO_STATE) === name && act.type === type);
        return own.length === 0 ? [] : [{ name: label, acts: own.map(([, ref]) => ref) }];
      }),
    }));
}
