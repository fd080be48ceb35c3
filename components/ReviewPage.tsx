import { formatDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { Busiest, ReviewProps } from '#lib/views/review.ts';
import { AwardTables } from './charts/AwardTables.tsx';
import { perIssueText } from './charts/per-issue.ts';
import { RankingTable } from './charts/RankingTable.tsx';
import { RankTable } from './charts/RankTable.tsx';
import styles from './Desk.module.css';
import { Headline } from './Headline.tsx';
import { Neighbours } from './Neighbours.tsx';
import { Page } from './Page.tsx';

/** The review of a year: figures, most frequent topics and sources, laws and awards. */
export function ReviewPage(props: ReviewProps) {
  const { frame, year, until, figures, sections, topics, sources, threads } = props;
  const { busiest, acts, awards } = props;
  return (
    <Page frame={frame}>
      <h1>{year}年回顾</h1>
      <p>
        {until === undefined ? `${year}年全年` : `${year}年截至${formatDate(until)}`}，共
        {figures.map(({ name, value, path }, index) => (
          <span key={name}>
            {index === 0 ? '' : '、'}
            <a href={path}>
              {value}
              {name}
            </a>
          </span>
        ))}
        。{busiest === undefined ? '' : busiestText(busiest)}
        逐月的图见<a href={paths.trends(year)}>{year}年数据</a>。
      </p>
      <h2>说了什么</h2>
      <RankTable caption={`${year}年各栏目`} of="栏目" unit="条数" bars={sections} />
      <RankingTable caption={`${year}年说得最多的主题`} of="主题" unit="条数" ranking={topics} />
      <RankingTable caption={`${year}年引用最多的来源`} of="来源" unit="条数" ranking={sources} />
      <RankingTable caption={`${year}年报道最多的事`} of="脉络" unit="条数" ranking={threads} />
      {acts.length === 0 ? null : (
        <section aria-labelledby="rules">
          <h2 id="rules">通过与施行的法规</h2>
          <ul className={`${styles.steps} headlines`}>
            {acts.map(({ name, path, stage, appliesFrom, item }) => (
              <li key={path}>
                <span className={styles.mark}>{stage}</span>
                <a href={path}>
                  <Headline text={name} />
                </a>
                {appliesFrom === undefined ? '' : `，${appliesFrom.text}起施行`}：
                <a href={paths.item(item.date, item.id)}>
                  <Headline text={item.title} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {awards.length === 0 ? null : <h2>案件</h2>}
      <AwardTables year={year} charts={awards} />
      <Neighbours label="年" previous={props.previous} next={props.next} />
    </Page>
  );
}

/** The months with the most items: `消息最多的是6月（3期，每期5.7条），17条。` */
function busiestText({ months, count }: Busiest): string {
  const names = months.map(
    ({ month, issues }) => `${month}月（${issues}期，每期${perIssueText(count, issues)}条）`,
  );
  return `消息最多的是${names.join('、')}，${months.length > 1 ? '各' : ''}${count}条。`;
}
