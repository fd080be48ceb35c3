import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { LawPage } from '#components/LawPage.tsx';
import type { Archive } from '#lib/content/archive.ts';
import { lawOrPeriodPage } from '#lib/views/law.ts';
import { lawsPage } from '#lib/views/laws.ts';
import { actFact, archiveOfFacts, eventFact } from '#tests/support/desk-facts.ts';

/** The steps of each act that a page lists, in its order. */
function shown(archive: Archive, year?: string) {
  const page = lawsPage(archive, year === undefined ? {} : { year });
  return page?.states.flatMap(({ name, types }) =>
    types.flatMap((type) =>
      type.acts.map((act) =>
        [
          `${name} ${type.name} ${act.name}，${act.stage}`,
          ...act.steps.map(({ step, day, told }) =>
            [step, day?.text, `见${told.shown.map(({ date }) => date).join('、')}`]
              .filter(Boolean)
              .join(' '),
          ),
        ].join(' | '),
      ),
    ),
  );
}

/** The page of one act. */
function actPage(archive: Archive, id: string) {
  const page = lawOrPeriodPage(archive, { id });
  if (page === undefined || !('items' in page)) throw new Error(`there is no act ${id}`);
  return page;
}

const acts = {
  '2024-12-30': [{ title: '审议', acts: [actFact('数据法', 'deliberation', '2024-12')] }],
  '2025-06-30': [
    {
      title: '通过',
      acts: [
        actFact('数据法', 'adopted', '2025-06-27'),
        actFact('数据法', 'in force', '2026-01-01'),
      ],
      events: [eventFact('数据法施行', '2026-01-01', 'in force')],
    },
    { title: '指南', acts: [actFact('AI指南', 'published', undefined, { type: 'standard' })] },
    {
      title: '欧盟',
      acts: [actFact('AI法案', 'partly in force', '2025-08-02', { state: '欧盟' })],
    },
    {
      title: '条约',
      acts: [actFact('备忘录', 'signed', '2025', { type: 'treaty', state: undefined })],
    },
  ],
  '2025-07-07': [
    { title: '解读', mentioned: [{ name: '数据法', type: 'law' as const, state: '中国' }] },
  ],
};

describe('the laws of a year', () => {
  test('are listed by state and type with the steps that fall in it, by their days', async () => {
    const archive = await archiveOfFacts(acts);
    expect(shown(archive, '2025')).toEqual([
      '中国 法律 数据法，通过 | 通过 2025年6月27日 见2025-06-30',
      '中国 标准与指南 AI指南，发布 | 发布 见2025-06-30',
      '欧盟 法律 AI法案，部分施行 | 部分施行 2025年8月2日 见2025-06-30',
      '未写明国别 条约与协定 备忘录，签署 | 签署 2025年 见2025-06-30',
    ]);
    expect(shown(archive, '2024')).toEqual([
      '中国 法律 数据法，通过 | 审议 2024年12月 见2024-12-30',
    ]);
    expect(shown(archive, '2026')).toEqual([
      '中国 法律 数据法，通过 | 施行 2026年1月1日 见2025-06-30',
    ]);
    expect(shown(archive, '2023')).toBe(undefined);
  });

  test('are those of the newest issue’s year on the list’s own page, though years are to come', async () => {
    const archive = await archiveOfFacts(acts);
    expect(lawsPage(archive, {})).toMatchObject({
      period: '2025年',
      previous: { path: '/laws/2024' },
      next: { path: '/laws/2026' },
    });
    expect(lawOrPeriodPage(archive, { id: '2024' })).toMatchObject({ period: '2024年' });
  });

  test('are none where no act has a step', async () => {
    const archive = await archiveOfFacts({ '2025-03-31': [{ title: '无事' }] });
    expect(lawsPage(archive, {})).toMatchObject({ period: undefined, states: [], years: [] });
  });
});

describe('the page of an act', () => {
  test('quotes what the items say of its steps, and lists the items and those that mention it', async () => {
    const page = actPage(await archiveOfFacts(acts), '数据法');
    expect(page.steps.map(({ step, day, sentence }) => [step, day?.text, sentence])).toEqual([
      ['审议', '2024年12月', '这一句说了这件事，并且说完了。'],
      ['通过', '2025年6月27日', '这一句说了这件事，并且说完了。'],
      ['施行', '2026年1月1日', '这一句说了这件事，并且说完了。'],
    ]);
    expect(page).toMatchObject({
      name: '数据法',
      kind: '中国 法律',
      stage: '通过',
      items: { items: [{ title: '通过' }, { title: '审议' }], count: 2 },
      mentions: { items: [{ title: '解读' }], count: 1 },
      feed: '/laws/%E6%95%B0%E6%8D%AE%E6%B3%95/atom.xml',
      calendar: '/laws/%E6%95%B0%E6%8D%AE%E6%B3%95/calendar.ics',
    });
    expect(page.head.feeds[0]?.url).toContain(page.feed);
    const html = renderToStaticMarkup(createElement(LawPage, page));
    expect(html).toContain('<time dateTime="2024-12">2024年12月</time>');
  });

  test('has no calendar without days, and stays short where hundreds of items mention the act', async () => {
    const many = Array.from({ length: 80 }, (_, index) => ({
      title: `第${index}条`,
      mentioned: [{ name: '专利法', type: 'law' as const, state: '中国' }],
    }));
    const told = Array.from({ length: 70 }, (_, index) => ({
      title: `又第${index}条`,
      acts: [actFact('专利法', 'proposed')],
    }));
    const archive = await archiveOfFacts({ '2025-06-30': [...told, ...many] });
    const { steps, items, mentions, calendar } = actPage(archive, '专利法');
    expect(calendar).toBe(undefined);
    expect([items.items.length, items.count]).toEqual([60, 70]);
    expect([mentions.items.length, mentions.count]).toEqual([60, 80]);
    expect(steps.map((step) => [step.told.shown.length, step.told.more])).toEqual([[5, 65]]);
  });

  test('is nowhere for an act that no item does anything to', async () => {
    const archive = await archiveOfFacts(acts);
    expect(lawOrPeriodPage(archive, { id: '专利法' })).toBe(undefined);
  });
});
