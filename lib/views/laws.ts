import type { Archive } from '#lib/content/archive.ts';
import { type Act, actsOf, type Mention } from '#lib/desk/acts.ts';
import type { ActType } from '#lib/desk/facts.ts';
import type { DocumentStage } from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { memoise } from '#lib/system/memo.ts';
import { type DeskProps, deskPage } from './desk.ts';
import { type ByYear, byYear, dayOfItsEntry, type Period } from './period.ts';
import { type ItemRef, itemRef } from './timeline.ts';

/** An act, and what the items of a period say of it, the oldest item first. */
export type ActHistory = {
  name: string;
  steps: { item: ItemRef; stage: string | undefined; appliesFrom: IsoDate | undefined }[];
};

/** The acts that the issues of a period name, grouped by their type: laws, regulations, standards. */
export type LawsProps = DeskProps & { groups: { name: string; acts: ActHistory[] }[] };

const TYPES: Readonly<Record<ActType, string>> = {
  law: '法律',
  regulation: '法规与规章',
  interpretation: '司法解释',
  policy: '政策文件',
  standard: '标准与指南',
};

const STAGES: Readonly<Record<DocumentStage, string>> = {
  draft: '草案',
  consultation: '征求意见',
  deliberation: '审议',
  adopted: '通过',
  published: '发布',
  'in force': '施行',
};

/** An item that names an act, with the act. */
type ActMention = Mention & { act: Act };

/** `undefined` for a period in which no issue names an act. */
export function lawsPage(
  archive: Archive,
  { year: period }: { year?: Period },
): LawsProps | undefined {
  const desk = deskPage(archive, listOf(archive), period);
  if (desk === undefined) return undefined;
  const groups = Object.entries(TYPES).flatMap(([type, label]) => {
    const acts = historiesOf(desk.listed.filter(({ act }) => act.type === type));
    return acts.length === 0 ? [] : [{ name: label, acts }];
  });
  return { ...desk.page, groups };
}

function listOf(archive: Archive) {
  return {
    name: '法规',
    describe: (when: string) =>
      `${archive.site.name}${when}提到的法律、法规、司法解释、政策与标准，各附从草案到施行的经过。`,
    path: paths.laws,
    years: lawYears(archive),
    dayOf: dayOfItsEntry,
  };
}

/**
 * The items that name acts, by year, newest first.
 * Memoised: the pages ask 109 times for 520 issues, which would take 6 s.
 */
export const lawYears: (archive: Archive) => ByYear<ActMention> = memoise(groupByYear);

function groupByYear(archive: Archive): ByYear<ActMention> {
  const mentions = actsOf(archive).flatMap((act) =>
    act.mentions.map((mention) => ({ ...mention, act })),
  );
  const newestFirst = mentions.sort((a, b) => (dayOfItsEntry(a) < dayOfItsEntry(b) ? 1 : -1));
  return byYear(newestFirst, dayOfItsEntry);
}

/** @param mentions newest first */
function historiesOf(mentions: readonly ActMention[]): ActHistory[] {
  const histories = new Map<Act, ActHistory>();
  for (const { act, entry, stage, appliesFrom } of mentions) {
    const history = histories.get(act) ?? { name: act.name, steps: [] };
    histories.set(act, history);
    history.steps.unshift({
      item: itemRef(entry),
      stage: stage && STAGES[stage],
      appliesFrom,
    });
  }
  return [...histories.values()];
}
