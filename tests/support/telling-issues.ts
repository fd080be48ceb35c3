import type { Archive } from '#lib/content/archive.ts';
import { actFact, archiveOfFacts, caseFact, eventFact, sumOf } from './desk-facts.ts';
import { archiveOf, issueOf } from './stories.ts';

/** Issues in which something is told of a case, an act and an event. */
export const tellingIssues = (): Promise<Archive> =>
  archiveOf({
    '2024-12-30': issueOf(
      ['甲公司诉乙公司案开庭', '（2024）京73民终123号案12月20日开庭。国家版权局派员旁听。'],
      [
        '数据条例征求意见',
        '《数据条例（征求意见稿）》12月24日发布，意见反馈截止时间为2025年1月20日。',
      ],
    ),
    '2025-01-06': issueOf(
      ['甲公司诉乙公司案宣判', '（2024）京73民终123号案1月2日宣判，乙公司赔偿30万元。'],
      ['微短剧周开幕', '微短剧周活动定于2025年1月10日至12日举办。'],
    ),
  });
/** Issues in which the desk reads what it is given. */
export const issuesOfFacts = (): Promise<Archive> =>
  archiveOfFacts({
    '2024-12-30': [
      {
        title: '旧案',
        cases: [
          caseFact(['甲公司', '乙公司'], ['起诉 2024-12-01'], {
            state: '中国',
            courts: ['北京互联网法院'],
            sums: [sumOf('claim', 300_000)],
          }),
        ],
      },
    ],
    '2025-01-06': [
      { title: '案', cases: [caseFact(['甲公司', '乙公司'], ['一审 2025-01'])] },
      {
        title: '法',
        acts: [actFact('数据法', 'published', '2025-01-02'), actFact('数据法', 'in force', '2025')],
        events: [
          eventFact('数据法征求意见', '2025-01-02..2025-02-01', 'deadline', { year: 'ahead' }),
          eventFact('剑网', '2025-05..', 'campaign'),
        ],
      },
    ],
  });
