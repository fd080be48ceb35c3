import { expect, test } from 'vitest';
import { casesJson } from '#lib/views/data/cases.ts';
import { entitiesJson } from '#lib/views/data/entities.ts';
import { eventsJson } from '#lib/views/data/events.ts';
import { lawsJson } from '#lib/views/data/laws.ts';
import { threadsJson } from '#lib/views/data/threads.ts';
import { actFact, archiveOfFacts } from '#tests/support/desk-facts.ts';
import { readShipped } from '#tests/support/shipped.ts';
import { issuesOfFacts, tellingIssues } from '#tests/support/telling-issues.ts';

const CLAUSE = '这一句说了这件事';

test('an act has its stage and its steps with words for programs and labels', async () => {
  const [act] = lawsJson(await issuesOfFacts()).laws;
  expect(act).toMatchObject({
    id: '数据法',
    type: 'law',
    typeLabel: '法律',
    state: '中国',
    stage: 'published',
    stageLabel: '发布',
  });
  expect(act?.steps.map(({ step, stepLabel, day }) => [step, stepLabel, day])).toEqual([
    ['in force', '施行', '2025'],
    ['published', '发布', '2025-01-02'],
  ]);
  expect(act?.steps[0]?.reports).toMatchObject([{ reportedIn: '2025-01-06', clause: CLAUSE }]);
});

test('of an act that many items tell of, the first reports and the newest items are listed', async () => {
  const many = Array.from({ length: 80 }, (_, index) => ({
    title: `第${index}条`,
    acts: [actFact('数据法', 'published', '2025-01-02')],
  }));
  const [act] = lawsJson(await archiveOfFacts({ '2025-01-06': many })).laws;
  expect(act?.steps).toMatchObject([{ moreReports: 75 }]);
  expect(act?.steps[0]?.reports).toHaveLength(5);
  expect(act?.items).toHaveLength(60);
  expect(act?.itemCount).toBe(80);
});

test('a case has its parties, courts, sums and steps, in each year in which it has a step', async () => {
  const archive = await issuesOfFacts();
  const [found] = casesJson(archive).cases;
  expect(found).toMatchObject({
    plaintiffs: ['甲公司'],
    defendants: ['乙公司'],
    state: '中国',
    courts: ['北京互联网法院'],
    sums: [
      {
        role: 'claim',
        roleLabel: '索赔',
        amount: 300_000,
        currency: 'CNY',
        words: '30万元',
        reportedIn: '2024-12-30',
        clause: CLAUSE,
      },
    ],
    steps: [
      { step: 'suit filed', stepLabel: '起诉', day: '2024-12-01' },
      { step: 'first-instance judgment', stepLabel: '一审判决', day: '2025-01' },
    ],
  });
  expect(found?.items).toHaveLength(2);
  for (const year of ['2024', '2025']) expect(casesJson(archive, year).cases).toEqual([found]);
});

test('an event has its ends as far as they are known, and says where its year is inferred', async () => {
  const { events } = eventsJson(await issuesOfFacts());
  const byKind = new Map(events.map((event) => [event.kind, event]));
  expect(byKind.get('deadline')).toMatchObject({ to: '2025-02-01', yearBasis: 'ahead' });
  expect(byKind.get('deadline')).not.toHaveProperty('from');
  expect(byKind.get('deadline')?.yearNote).toContain('推定');
  expect(byKind.get('campaign')).toMatchObject({ from: '2025-05', kindLabel: '期间' });
  expect(byKind.get('campaign')).not.toHaveProperty('to');
});

test('an entity has its items and their threads, and a thread says why its items are one story', async () => {
  const { threads } = threadsJson(await tellingIssues());
  expect(threads).toHaveLength(1);
  expect(threads[0]?.items.map(({ title }) => title)).toEqual([
    '甲公司诉乙公司案开庭',
    '甲公司诉乙公司案宣判',
  ]);
  expect(threads[0]?.items[1]?.links).toMatchObject([
    { to: threads[0]?.items[0]?.url, reason: 'case', reasonLabel: '同一案件' },
  ]);
  const shipped = await readShipped();
  const { entities } = entitiesJson(shipped);
  const ncac = entities.find(({ id }) => id === 'ncac');
  expect(ncac).toMatchObject({
    name: '国家版权局',
    kind: 'organisation',
    kindLabel: '机构与企业',
    url: `${shipped.site.origin}/entities/ncac`,
  });
  expect(ncac?.items).toHaveLength(ncac?.count ?? 0);
});
