import type { Archive } from '#lib/content/archive.ts';
import type { Entry } from '#lib/content/queries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { fold } from '#lib/site/fold.ts';
import { isNameable, slugOf } from '#lib/site/paths.ts';
import { memoise } from '#lib/system/memo.ts';
import { deskOf, joinsOf } from '../corrections/desk-of.ts';
import type { ActStep, ActType } from '../facts.ts';
import { newestFirst, oldestFirst } from './entries.ts';
import { type ActDraft, joinActs } from './join-acts.ts';
import { dayOfStep, mergeSteps, type Step } from './steps.ts';

/** An act, with all that the items say was done to it. */
export type Act = {
  /** Made from its name. It is the last step of its page's address, and stays the same as issues are added. */
  id: string;
  name: string;
  type: ActType;
  /** The state or the union whose act it is; `undefined` where no item says. */
  state: string | undefined;
  /** In their order. There is at least one. */
  steps: readonly Step<ActStep>[];
  /** Where the act stands on the day of the newest issue. */
  stage: ActStep;
  /** The entries that tell a step, the oldest first. */
  entries: readonly Entry[];
  /** The entries that name the act and tell no step of it, the oldest first. */
  mentions: readonly Entry[];
};

/** The acts of an archive. */
export type Acts = {
  /** Those that were last in the news come first. */
  all: readonly Act[];
  byId: ReadonlyMap<string, Act>;
  /** By every name that the items give them, folded (see `fold`). */
  byName: ReadonlyMap<string, Act>;
  /** Ids of acts that an editor joined to others. */
  moved: readonly { from: string; to: Act }[];
};

/** The usual order of the steps. */
const ORDER: readonly ActStep[] = [
  'proposed',
  'draft',
  'consultation',
  'deliberation',
  'adopted',
  'signed',
  'approved',
  'published',
  'partly in force',
  'in force',
  'repealed',
];

/**
 * Every act to which something was done. Names that differ only in width or case are one. An act that is only
 * mentioned is not listed. Memoised: it takes 0.1 s for 520 issues, and the page of each act asks.
 */
export const actsOf: (archive: Archive) => Acts = memoise(findActs);

function findActs(archive: Archive): Acts {
  const drafts = new Map<string, ActDraft>();
  const mentions = new Map<string, Set<Entry>>();
  const ids = new Set<string>();
  for (const entry of oldestFirst(archive)) {
    const { acts, mentioned } = deskOf(archive, entry);
    for (const { name, type, state, step, day, clause } of acts) {
      const draft = drafts.get(fold(name)) ?? newDraft({ name, type, state }, ids);
      drafts.set(fold(name), draft);
      draft.state ??= state;
      draft.facts.push({ entry, clause, step, day });
    }
    for (const { name } of mentioned) {
      const key = fold(name);
      mentions.set(key, (mentions.get(key) ?? new Set()).add(entry));
    }
  }
  const newest = archive.issues[0]?.date;
  const joined = joinActs([...drafts.values()], joinsOf(archive, 'laws')).map((draft) => ({
    draft,
    act: finish(draft, mentions, newest),
  }));
  const all = joined.map(({ act }) => act);
  all.sort((a, b) => (lastDayOf(a) < lastDayOf(b) ? 1 : lastDayOf(a) > lastDayOf(b) ? -1 : 0));
  return {
    all,
    byId: new Map(all.map((act) => [act.id, act])),
    byName: new Map(joined.flatMap(({ draft, act }) => draft.names.map((name) => [name, act]))),
    moved: joined.flatMap(({ draft, act }) => draft.lostIds.map((from) => ({ from, to: act }))),
  };
}

function newDraft(act: Pick<ActDraft, 'name' | 'type' | 'state'>, ids: Set<string>): ActDraft {
  return { ...act, id: newId(act.name, ids), names: [fold(act.name)], facts: [], lostIds: [] };
}

/** Years and months of the list of acts have addresses of the same form. */
const PERIOD = /^\d{4}(?:-\d{2})?$/;

/** How many characters of a name are in an id if the whole name is too long for the name of a file. */
const LONGEST = 50;

/** An id that no act has yet. Older acts keep theirs, because they are read first. */
function newId(name: string, ids: Set<string>): string {
  const whole = slugOf(name) || 'act';
  const slug = isNameable(whole) ? whole : Array.from(whole).slice(0, LONGEST).join('');
  let id = slug;
  for (let number = 2; ids.has(id) || PERIOD.test(id); number += 1) id = `${slug}-${number}`;
  ids.add(id);
  return id;
}

function finish(
  { id, name, names, type, state, facts }: ActDraft,
  mentions: ReadonlyMap<string, ReadonlySet<Entry>>,
  newest: IsoDate | undefined,
): Act {
  const steps = mergeSteps(facts, ORDER);
  const entries = new Set(facts.map(({ entry }) => entry));
  const mentioning = new Set(names.flatMap((each) => [...(mentions.get(each) ?? [])]));
  const rest = [...mentioning].filter((entry) => !entries.has(entry));
  return {
    id,
    name,
    type,
    state,
    steps,
    stage: stageOf(steps, newest),
    entries: [...entries],
    mentions: names.length === 1 ? rest : newestFirst(rest).reverse(),
  };
}

/**
 * The step that an act has reached. Of the steps with a day the last that is not to come counts. One without a day may
 * be told long afterwards, so it counts only if it is told later and leads further.
 */
function stageOf(steps: readonly Step<ActStep>[], newest: IsoDate | undefined): ActStep {
  const past = steps.filter((step) => newest === undefined || dayOfStep(step) <= newest);
  const dated = past.findLast(({ day }) => day !== undefined);
  const undated = past
    .filter(({ day }) => day === undefined)
    .sort((a, b) => rankOf(a) - rankOf(b))
    .at(-1);
  if (dated === undefined) return (undated ?? steps[0])?.step ?? 'proposed';
  const isFurther =
    undated !== undefined &&
    rankOf(undated) > rankOf(dated) &&
    dayOfStep(undated) > dayOfStep(dated);
  return isFurther ? undated.step : dated.step;
}

function rankOf({ step }: Step<ActStep>): number {
  return ORDER.indexOf(step);
}

function lastDayOf({ entries }: Act): string {
  return entries.at(-1)?.issue.date ?? '';
}
