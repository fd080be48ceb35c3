import { expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { actsOf } from '#lib/desk/lists/acts.ts';
import { casesOf } from '#lib/desk/lists/cases.ts';
import { eventsOf } from '#lib/desk/lists/events.ts';
import { eventsOfActs, hearingsOfCases } from '#lib/desk/lists/own-events.ts';
import { addDays } from '#lib/site/dates.ts';
import {
  actFact,
  archiveOfFacts,
  caseFact,
  eventFact,
  type FactItem,
} from '#tests/support/desk-facts.ts';
import { growsInStep } from '#tests/support/growth.ts';

const ISSUES = 200;

/** An issue's items: an act and a case of its own, and steps of acts and cases that many issues tell of. */
function itemsOf(issue: number, date: string): FactItem[] {
  const own = `第${issue}号办法`;
  return [
    {
      title: `甲${issue}`,
      acts: [actFact(own, 'adopted', date), actFact('著作权法', 'deliberation', date)],
      events: [eventFact(`${own}施行`, addDays('2000-01-01', issue), 'in force')],
    },
    {
      title: `乙${issue}`,
      mentioned: [{ name: '著作权法', type: 'law', state: '中国' }],
      cases: [
        caseFact([`第${issue}公司`, '某某网络科技公司'], [`起诉 ${date}`]),
        caseFact(['作家', `平台${issue % 20}`], [`裁定 ${date}`]),
      ],
      events: [eventFact(`第${issue}公司诉某某网络科技公司案开庭`, date, 'hearing')],
    },
  ];
}

const read = async (): Promise<Archive> =>
  archiveOfFacts(
    Object.fromEntries(
      Array.from({ length: ISSUES }, (_, issue) => {
        const date = addDays('2015-01-05', 7 * issue);
        return [date, itemsOf(issue, date)];
      }),
    ),
  );

test.each([
  ['acts', (archive: Archive) => eventsOfActs(archive).size + actsOf(archive).all.length],
  ['cases', (archive: Archive) => hearingsOfCases(archive).size + casesOf(archive).all.length],
  ['events', (archive: Archive) => eventsOf(archive).length],
])('the time that it takes to list %s grows in step with the issues', async (_, list) => {
  const archive = await read();
  const listSome = (count: number) => list({ ...archive, issues: archive.issues.slice(-count) });
  expect(listSome(ISSUES)).toBeGreaterThan(ISSUES);
  expect(
    growsInStep(
      4,
      () => listSome(ISSUES / 4),
      () => listSome(ISSUES),
    ),
  ).toBe(true);
});
