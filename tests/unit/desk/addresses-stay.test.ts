import { expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import type { DeskFacts } from '#lib/desk/facts.ts';
import { actsOf } from '#lib/desk/lists/acts.ts';
import { casesOf } from '#lib/desk/lists/cases.ts';
import { actFact, archiveOfFacts, caseFact } from '#tests/support/desk-facts.ts';
import { fc } from '#tests/support/properties.ts';

const parties = fc.constantFrom('甲公司', '甲公司运营方', '乙公司', '作家', '三名作家', '', '张某');
const steps = fc.subarray(['起诉', '裁定', '一审', '二审维持', '和解'], { minLength: 1 });
const numbers = fc.subarray(['京民初1号', '京民终2号', '沪民初3号']);
const state = fc.constantFrom(undefined, '美国', '中国');
const cases = fc
  .tuple(parties, parties, steps, numbers, state)
  .map(([plaintiff, defendant, told, own, of]) =>
    caseFact([plaintiff, defendant], told, { numbers: own, state: of }),
  );
const acts = fc
  .tuple(
    fc.constantFrom('数据法', '数据-法', '（数据）法', '2025', 'ＡＩ法', 'ai法'),
    fc.constantFrom('draft' as const, 'adopted' as const, 'in force' as const),
    fc.constantFrom(undefined, '2024', '2025-06', '2025-06-27'),
  )
  .map(([name, step, day]) => actFact(name, step, day));
const desks: fc.Arbitrary<DeskFacts> = fc.record({
  acts: fc.array(acts, { maxLength: 2 }),
  mentioned: fc.constant([]),
  cases: fc.array(cases, { maxLength: 2 }),
  events: fc.constant([]),
});

const DATES = ['2024-01-01', '2024-06-03', '2025-01-06', '2025-06-02', '2026-01-05'];
const ITEMS = 3;

/** Five issues of three items. */
const read = () =>
  archiveOfFacts(
    Object.fromEntries(
      DATES.map((date) => [
        date,
        Array.from({ length: ITEMS }, (_, index) => ({ title: `第${index}条` })),
      ]),
    ),
  );

test('no page of an act or a case is lost as issues are added, and each report is of one case', async () => {
  const archive = await read();
  fc.assert(
    fc.property(
      fc.array(desks, { minLength: DATES.length * ITEMS, maxLength: DATES.length * ITEMS }),
      (facts) => {
        const deskAt = new Map<string, DeskFacts | undefined>(
          DATES.flatMap((date, issue) =>
            Array.from(
              { length: ITEMS },
              (_, index) => [`${date} 第${index}条`, facts[issue * ITEMS + index]] as const,
            ),
          ),
        );
        const factsOf: Archive['factsOf'] = ({ title }, date) => {
          const desk = deskAt.get(`${date} ${title}`);
          if (desk === undefined) throw new Error(`no facts of ${title}`);
          return { desk, entities: [], terms: '' };
        };
        let actIds: string[] = [];
        let caseIds: string[] = [];
        for (let count = 1; count <= DATES.length; count += 1) {
          const now: Archive = { ...archive, factsOf, issues: archive.issues.slice(-count) };
          const { byId, all, moved } = casesOf(now);
          const reached = new Set([...byId.keys(), ...moved.map(({ from }) => from)]);
          expect(reached.size).toBe(all.length + moved.length);
          expect(moved.every(({ to }) => byId.get(to.id) === to)).toBe(true);
          expect([...reached]).toEqual(expect.arrayContaining(caseIds));
          expect([...actsOf(now).byId.keys()]).toEqual(expect.arrayContaining(actIds));
          expect(actsOf(now).byId.size).toBe(actsOf(now).all.length);
          caseIds = [...reached];
          actIds = [...actsOf(now).byId.keys()];
        }
      },
    ),
  );
});
