import { describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { candidatesIn, type Inbox } from '#lib/editor/inbox/candidates/candidates.ts';
import { keyOf, type Report } from '#lib/editor/inbox/candidates/report.ts';
import { toldIn } from '#lib/editor/inbox/candidates/told.ts';
import type { Decision } from '#lib/editor/inbox/decisions/decision.ts';
import { pairsOfLetters } from '#lib/site/pair-index.ts';
import { archiveOf, issueOf } from '#tests/support/stories.ts';

const today = '2025-03-31';
let made = 0;

/** A report that a feed names, with what makes it another one than all others. */
function report(
  title: string,
  { summary = '', ...more }: Partial<Report> & { summary?: string } = {},
): Report {
  made += 1;
  const url = more.url ?? `https://example.com/${made}`;
  const pairs = pairsOfLetters(`${title}\n${summary}`);
  return {
    title,
    url,
    key: keyOf(url),
    source: '甲报',
    day: '2025-03-30',
    seen: today,
    words: ['商标'],
    pairs,
    ...more,
  };
}

const noIssues: Pick<Archive, 'issues'> = { issues: [] };
const find = (reports: Report[], decisions: Decision[] = [], { issues } = noIssues) =>
  candidatesIn(reports, {
    decisions: new Map(decisions.map((each) => [each.key, each])),
    told: toldIn(issues),
    today,
  });
const titles = ({ stories }: Inbox) => stories.map((story) => story.map(({ title }) => title));
const declined = ({ key }: Report): Decision => ({ key, on: today, state: 'declined' });
const keep = ({ key, title, url, source }: Report): Decision => ({
  key,
  on: today,
  state: 'kept',
  title,
  url,
  source,
});

const WIRE =
  '某省版权局三月二十八日公布去年登记情况，全年登记作品一千零二十四件，同比增长一成，其中美术作品最多，软件次之。';

describe('candidates', () => {
  test('are reports of the last ten days, by the day of the feed or the day they were first seen', () => {
    const reports = [
      report('今天的', { day: today }),
      report('十天前的', { day: '2025-03-21' }),
      report('十一天前的', { day: '2025-03-20' }),
      report('没有日子的', { day: undefined, seen: '2025-03-25' }),
      report('早就见过的', { day: undefined, seen: '2025-03-20' }),
    ];
    expect(titles(find(reports)).flat()).toEqual(['今天的', '没有日子的', '十天前的']);
  });

  test('stand together where they tell one story: the same headline, nearly the same, or the same text', () => {
    const reports = [
      report('某省版权局公布去年作品登记情况', { source: '甲报' }),
      report('某省版权局公布去年作品登记情况', { source: '乙网', day: '2025-03-29' }),
      report('某省版权局：公布去年作品登记情况！', { source: '丙社' }),
      report('某省版权局昨公布去年作品登记情况', { source: '丁报' }),
      report('一千零二十四件作品登记', { source: '戊报', summary: WIRE }),
      report('登记量增长一成', { source: '己网', summary: `${WIRE}（记者某某）` }),
      report('另一件事', { source: '甲报' }),
    ];
    const found = find(reports).stories.map((story) => story.map(({ source }) => source));
    // The earliest report stands first.
    expect(found.map(([first]) => first)).toContain('乙网');
    expect(found.map((sources) => sources.sort().join()).sort()).toEqual(
      ['丁报,丙社,乙网,甲报', '己网,戊报', '甲报'].sort(),
    );
  });

  test('do not stand together for a common beginning, or where only a number differs', () => {
    const reports = [
      report('国家版权局发布去年全国作品登记情况'),
      report('国家版权局发布今年专项行动十大案件'),
      report('某省一季度作品登记数量同比增长'),
      report('某省二季度作品登记数量同比增长'),
    ];
    expect(find(reports).stories).toHaveLength(4);
  });

  test('are one where a publisher has a report at several addresses, and what is decided is decided on all', () => {
    const [first, second, other] = [
      report('一条消息', { day: '2025-03-28' }),
      report('一条 消息', { day: '2025-03-29' }),
      report('一条消息', { source: '乙网' }),
    ];
    const [story] = find([second, other, first]).stories;
    expect(story?.map(({ key, also }) => [key, also])).toEqual([
      [first.key, [second.key]],
      [other.key, []],
    ]);
    expect(find([first, second], [declined(second)]).stories).toEqual([]);
  });

  test('do not come back when they are declined; other reports of their story are folded', () => {
    const [first, other] = [report('一条消息'), report('一条消息', { source: '乙网' })];
    expect(find([first], [declined(first)])).toEqual({ stories: [], folded: [] });
    const { stories, folded } = find([first, other], [declined(first)]);
    expect(stories).toEqual([]);
    expect(folded).toMatchObject([{ entry: undefined, story: [{ source: '乙网' }] }]);
  });

  test('stay when they are kept, however old they are', () => {
    const old = report('一条旧消息', { day: '2025-01-01' });
    expect(find([old]).stories).toEqual([]);
    expect(find([old], [keep(old)]).stories).toMatchObject([[{ kept: true }]]);
  });

  test('are none where an item cites them, however the address is written', async () => {
    const archive = await archiveOf({
      '2025-03-24':
        '## 产业\n\n### 另一个题目\n\n正文。\n\n来源：[甲报](https://example.com/cited/?utm_source=x)\n',
    });
    const cited = report('一条消息', { url: 'http://example.com/cited' });
    const other = report('一条消息', { source: '乙网' });
    expect(find([cited], [], archive)).toEqual({ stories: [], folded: [] });
    // Another report of that story is folded: the item tells it.
    const { stories, folded } = find([cited, other], [], archive);
    expect(stories).toEqual([]);
    expect(folded).toMatchObject([
      { entry: { item: { title: '另一个题目' } }, story: [{ source: '乙网' }] },
    ]);
    expect(find([cited, other], [keep(other)], archive).stories).toHaveLength(1);
  });

  test('are folded where one of the last twenty issues tells their story, a draft too', async () => {
    const issues = Object.fromEntries(
      Array.from({ length: 21 }, (_, at) => [
        `2025-03-${String(at + 1).padStart(2, '0')}`,
        issueOf([`第${at}期讲的一件别的事情`, `${'一二三四五六七八九十'.charAt(at % 10)}件事。`]),
      ]),
    );
    issues['2025-03-21'] = `---\ndraft: true\n---\n\n${issueOf(['去年登记作品逾千', WIRE])}`;
    const archive = await archiveOf(issues);
    const reports = [
      report('某省公布登记情况', { summary: WIRE }),
      report('第1期讲的一件别的事情'),
      // The issue of the first day is the twenty-first.
      report('第0期讲的一件别的事情'),
    ];
    const { stories, folded } = find(reports, [], archive);
    expect(stories.flat().map(({ title }) => title)).toEqual(['第0期讲的一件别的事情']);
    expect(folded.map(({ entry }) => entry?.issue.date).sort()).toEqual([
      '2025-03-02',
      '2025-03-21',
    ]);
  });
});
