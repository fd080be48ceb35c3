import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { comingEvents } from '#lib/desk/calendar.ts';
import { calendarPage, calendarYears } from '#lib/views/calendar.ts';
import { casesPage } from '#lib/views/cases.ts';
import { frontPage } from '#lib/views/front-page.ts';
import { lawsPage } from '#lib/views/laws.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';

const issue = (...items: [title: string, text: string][]) =>
  `## 产业要闻\n\n${items.map(([title, text]) => `### ${title}\n\n${text}\n\n来源：光明日报\n`).join('\n')}`;

let shipped: Archive;
beforeAll(async () => {
  shipped = await readArchive(join(import.meta.dirname, '../../content'));
});

describe('the law desk', () => {
  test('follows a rule from its draft to the day it applies from, across issues', async () => {
    const archive = await readArchive(
      contentFolderWith({
        '2025-03-31.md': issue(['条例提交审议', '《数据条例（草案）》提交常委会会议审议。']),
        '2025-05-19.md': issue(['条例通过', '会议表决通过《数据条例》，自2025年7月1日起施行。']),
        '2025-07-07.md': issue([
          '条例施行',
          '《数据条例》7月1日起施行。《数据条例》提到《报告》。',
        ]),
      }),
    );
    const { groups } = lawsPage(archive, {}) ?? {};
    expect(groups).toEqual([
      {
        name: '法规与规章',
        acts: [
          {
            name: '数据条例',
            steps: [
              {
                item: expect.objectContaining({ date: '2025-03-31' }),
                stage: '审议',
                appliesFrom: undefined,
              },
              {
                item: expect.objectContaining({ date: '2025-05-19' }),
                stage: '通过',
                appliesFrom: '2025-07-01',
              },
              {
                item: expect.objectContaining({ date: '2025-07-07' }),
                stage: '施行',
                appliesFrom: '2025-07-01',
              },
            ],
          },
        ],
      },
    ]);
  });

  test('takes what is decided of an amendment for a step of the rule that it amends', async () => {
    const archive = await readArchive(
      contentFolderWith({
        '2025-03-31.md': issue([
          '专利法修改获通过',
          '全国人大常委会表决通过《关于修改〈专利法〉的决定》，自2025年6月1日起施行。',
        ]),
        '2025-06-09.md': issue(['实施', '《专利法》于6月1日起施行。']),
      }),
    );
    const acts = lawsPage(archive, {})?.groups.flatMap((group) => group.acts) ?? [];
    expect(acts.map(({ name }) => name)).toEqual(['专利法']);
    expect(acts[0]?.steps.map(({ stage, appliesFrom }) => [stage, appliesFrom])).toEqual([
      ['通过', '2025-06-01'],
      ['施行', '2025-06-01'],
    ]);
  });

  test('has pages by year, and none for a year without a rule', async () => {
    const archive = await readArchive(
      contentFolderWith({
        '2024-12-30.md': issue(['发布', '发布《商标法》。']),
        '2025-03-31.md': issue(['发布', '发布《专利法》。']),
      }),
    );
    expect(lawsPage(archive, {})).toMatchObject({
      period: '2025年',
      previous: { path: '/laws/2024' },
    });
    expect(lawsPage(archive, { year: '2024' })?.groups[0]?.acts[0]?.name).toBe('商标法');
    expect(lawsPage(archive, { year: '2023' })).toBe(undefined);
  });

  test('takes the day of a part of a law for no day of the law', () => {
    const acts = lawsPage(shipped, {})?.groups.flatMap((group) => group.acts);
    const [act] = acts?.filter(({ name }) => name === '人工智能法案') ?? [];
    expect(act?.steps).toMatchObject([{ stage: undefined, appliesFrom: undefined }]);
  });

  test('knows a law with and without the name of its state for one', async () => {
    const archive = await readArchive(
      contentFolderWith({
        '2025-03-31.md': issue(['修法', '《中华人民共和国商标法（修订草案）》公开征求意见。']),
        '2025-04-28.md': issue(['审议', '《商标法》提请审议。']),
      }),
    );
    const [act] = lawsPage(archive, {})?.groups[0]?.acts ?? [];
    expect(act?.name).toBe('商标法');
    expect(act?.steps.map(({ stage }) => stage)).toEqual(['征求意见', '审议']);
  });

  test('leaves reports and works to others', () => {
    const names = lawsPage(shipped, {})?.groups.flatMap(({ acts }) => acts.map(({ name }) => name));
    expect(names).toContain('反不正当竞争法');
    expect(names).not.toContain('原神');
    expect(names?.filter((name) => name.endsWith('报告'))).toEqual([]);
  });
});

describe('the cases', () => {
  test('say what their items say: number, court, parties, sums, stage', async () => {
    const archive = await readArchive(
      contentFolderWith({
        '2025-03-31.md': issue([
          '甲公司诉乙公司侵权案终审获赔50万元',
          '北京知识产权法院作出（2023）京73民终123号判决。原告请求赔偿80万元，法院判令赔偿50万元。',
        ]),
      }),
    );
    expect(casesPage(archive, {})?.cases.map(({ facts }) => facts)).toEqual([
      [
        { name: '案号', value: '（2023）京73民终123号' },
        { name: '法院', value: '北京知识产权法院' },
        { name: '当事人', value: '甲公司诉乙公司' },
        { name: '判赔', value: '50万元' },
        { name: '索赔', value: '80万元' },
        { name: '进展', value: '二审' },
      ],
    ]);
  });

  test('of the shipped issues are those that a reader finds', () => {
    const titles = casesPage(shipped, {})?.cases.map(({ item }) => item.title);
    expect(titles).toContain('米哈游诉“蚕豆网”泄露《原神》涉密内容案终审获赔33万元');
    expect(titles).toContain('Anthropic同意支付15亿美元与作家和解');
    expect(titles).not.toContain('快手2024年营收1269亿元');
    expect(titles).not.toContain('《哪吒之魔童闹海》');
    expect(titles).toHaveLength(22);
    // A court that judges is enough where the title says nothing of a case.
    expect(titles).toContain('最高法发布8件反不正当竞争典型案例');
    // A court that joins others in a week of events is none.
    expect(titles).not.toContain('2025年全国知识产权宣传周活动主题发布');
  });
});

describe('the calendar', () => {
  test('looks forward from the newest issue, not from today', () => {
    expect(comingEvents(shipped).map(({ from, role }) => [from, role])).toEqual([
      ['2025-10-15', 'applies from'],
    ]);
    expect(frontPage(shipped).coming).toEqual([
      {
        from: '2025-10-15',
        to: '2025-10-15',
        role: '施行',
        item: expect.objectContaining({ title: '新修订的反不正当竞争法获通过' }),
      },
    ]);
  });

  test('tells each day of an item once, by month, and not what was published', () => {
    const page = calendarPage(shipped, { year: '2025' });
    expect(page?.coming).toEqual([]);
    expect(page?.byMonth.map(({ month }) => month)).toEqual([3, 4, 6, 7, 8, 9, 10]);
    const events = page?.byMonth.flatMap((each) => each.events) ?? [];
    expect(events.map(({ from }) => from)).toEqual(events.map(({ from }) => from).sort());
    expect(
      new Set(events.map(({ from, role, item }) => `${from} ${role} ${item.date} ${item.id}`)).size,
    ).toBe(events.length);
    expect(events.filter(({ item }) => item.title.startsWith('泡泡玛特2024年'))).toEqual([]);
  });

  test('has a year for what happens in it, whenever it was told', async () => {
    const archive = await readArchive(
      contentFolderWith({ '2025-12-29.md': issue(['办法明年施行', '办法自2026年1月1日起施行。']) }),
    );
    expect([...calendarYears(archive).keys()]).toEqual(['2026']);
    expect(calendarPage(archive, {})).toMatchObject({
      period: '2026年',
      coming: [{ from: '2026-01-01' }],
    });
    expect(calendarPage(archive, { year: '2025' })).toBe(undefined);
  });
});
