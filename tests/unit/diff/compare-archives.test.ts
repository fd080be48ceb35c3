import { describe, expect, test } from 'vitest';
import type { Issue } from '#lib/content/issue.ts';
import { compareArchives } from '#lib/editor/diff/compare-archives.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { parseText } from '#tests/support/registries.ts';

type Texts = Record<string, string>;

function archiveOf(texts: Texts, today: IsoDate = '2025-04-30') {
  const issues = Object.entries(texts).map(([date, text]): Issue => {
    const { issue } = parseText(text, date);
    if (issue === undefined) throw new Error(`${date} has no issue.`);
    return issue;
  });
  return { issues, today };
}

const compare = (before: Texts, after: Texts) =>
  compareArchives(archiveOf(before), archiveOf(after));

const item = (
  title: string,
  text: string,
  source = '[光明日报](https://example.com/1) 2025-03-28',
) => `### ${title}\n\n${text}\n\n来源：${source}\n\n`;
const first = item(
  '图书馆延长开放时间 {#library}',
  '市图书馆四月起每天开放到晚上九点，周末也不例外。',
);
const second = item('作家协会发布报告 {#report}', '报告说去年登记作品十二万件，比前年多一成。');
const third = item('法院公布案例 {#cases}', '法院公布三件案例，都是关于地图的著作权。');
const issue = (...items: string[]) => `---\nnumber: 6\n---\n\n## 产业要闻\n\n${items.join('')}`;
const day = '2025-03-31';
/** The one item that differs between two versions of an issue. */
function changed(before: string, after: string) {
  const [difference, ...others] = compare({ [day]: before }, { [day]: after });
  expect(others).toEqual([]);
  expect(difference).toMatchObject({ kind: 'changed', fields: [] });
  expect(difference?.items).toHaveLength(1);
  return difference?.items[0];
}

describe('an issue', () => {
  test('is new, removed, changed, or not in the list', () => {
    const before = { '2025-03-17': issue(first), '2025-03-24': issue(second), [day]: issue(third) };
    const after = {
      '2025-03-24': issue(first, second),
      [day]: issue(third),
      '2025-04-07': issue(third),
    };
    const found = compare(before, after).map(({ kind, date, items }) => [kind, date, items.length]);
    expect(found).toEqual([
      ['new', '2025-04-07', 1],
      ['changed', '2025-03-24', 1],
      ['removed', '2025-03-17', 1],
    ]);
  });

  test('says of drafts and of days to come that they are not public, and when a draft becomes public', () => {
    const draft = issue(first).replace('---\n', '---\ndraft: true\n');
    const states = compare(
      { [day]: draft },
      { [day]: issue(first), '2025-05-12': issue(second), '2025-04-07': draft },
    );
    expect(states.map(({ date, state, fields }) => [date, state, fields.length])).toEqual([
      ['2025-05-12', 'coming', 0],
      ['2025-04-07', 'draft', 0],
      [day, 'public', 1],
    ]);
    expect(states[2]?.fields).toEqual([
      {
        field: '状态',
        runs: [
          { kind: 'removed', text: '草稿' },
          { kind: 'added', text: '已公开' },
        ],
      },
    ]);
    const texts = { [day]: issue(first) };
    expect(compareArchives(archiveOf(texts, '2025-03-30'), archiveOf(texts, day))).toEqual([]);
  });

  test('shows the changes of its front matter and of its lead', () => {
    const after = issue(first)
      .replace('number: 6', 'number: 7\ntitle: 特刊\nsummary: 一句话。\neditor: 值班编辑')
      .replace('## ', '开头的话，见[公告](https://example.com/notice)。\n\n## ');
    const [difference] = compare({ [day]: issue(first) }, { [day]: after });
    expect(difference?.fields.map(({ field }) => field)).toEqual([
      '期号',
      '本期标题',
      '摘要',
      '编辑',
      '卷首',
      '卷首的链接',
    ]);
    expect(difference?.items).toEqual([]);
  });
});

describe('an item', () => {
  test('is new or removed, with all its text', () => {
    const added = changed(issue(first), issue(first, second));
    expect(added).toMatchObject({ kind: 'new', id: 'report', section: '产业要闻', notes: [] });
    expect(added?.fields.map(({ field, runs }) => [field, runs[0]?.kind])).toEqual([
      ['标题', 'added'],
      ['正文', 'added'],
      ['来源', 'added'],
    ]);
    const removed = changed(issue(first, second), issue(first));
    expect(removed).toMatchObject({ kind: 'removed', id: 'report' });
    expect(removed?.fields.flatMap(({ runs }) => runs.map(({ kind }) => kind))).toEqual([
      'removed',
      'removed',
      'removed',
    ]);
  });

  test('shows its title, its text and its sources by character', () => {
    const after = first
      .replace('延长', '缩短')
      .replace('九点', '八点')
      .replace('2025-03-28', '2025-03-29')
      .replace('example.com/1', 'example.com/2');
    const difference = changed(issue(first, second), issue(after, second));
    expect(difference?.notes).toEqual([]);
    expect(difference?.fields.map(({ field }) => field)).toEqual(['标题', '正文', '来源']);
    expect(difference?.fields[1]?.runs).toEqual([
      { kind: 'same', text: '市图书馆四月起每天开放到晚上' },
      { kind: 'removed', text: '九' },
      { kind: 'added', text: '八' },
      { kind: 'same', text: '点，周末也不例外。' },
    ]);
  });

  test.each([
    [
      'moved to another section',
      issue(first, second),
      `${issue(first)}## 海外传真\n\n${second}`,
      '从「产业要闻」移到「海外传真」',
    ],
    [
      'renamed',
      issue(first, second),
      issue(first, second.replace('#report', '#annual')),
      '编号从 report 改成 annual，文字大致相同',
    ],
    [
      'corrected',
      issue(first),
      issue(first.replace('来源', '> 更正（2025-04-02）：应为八点。\n\n来源')),
      '新增更正1处',
    ],
    [
      'set in other type',
      issue(first),
      issue(first.replace('四月', '**四月**')),
      '格式有改动，文字没有',
    ],
  ])('that is %s is noted', (_, before, after, note) => {
    expect(changed(before, after)?.notes).toEqual([note]);
  });

  test('that changed its place is noted, and none of the others', () => {
    const difference = changed(issue(first, second, third), issue(second, third, first));
    expect(difference).toMatchObject({ id: 'library', notes: ['在栏目里换了先后'], fields: [] });
  });

  test('shows the addresses of links, which its text does not have', () => {
    const linked = (to: string) => issue(first.replace('四月', `[四月](${to})`));
    const difference = changed(
      linked('https://example.com/?a=1&b=2'),
      linked('https://example.com/?a=1&b=3'),
    );
    expect(difference?.notes).toEqual([]);
    expect(difference?.fields).toEqual([
      {
        field: '正文里的链接和图片',
        runs: [
          { kind: 'same', text: 'https://example.com/?a=1&b=' },
          { kind: 'removed', text: '2' },
          { kind: 'added', text: '3' },
        ],
      },
    ]);
  });

  test('with the id of another is no other item', () => {
    const before = issue(first, second);
    const difference = compare({ [day]: before }, { [day]: issue(second, third) })[0];
    expect(difference?.items.map(({ kind, id }) => [kind, id])).toEqual([
      ['new', 'cases'],
      ['removed', 'library'],
    ]);
  });
});
