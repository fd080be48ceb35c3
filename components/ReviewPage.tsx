import { formatDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { ReviewProps } from '#lib/views/review.ts';
import { AwardTables } from './charts/AwardTables.tsx';
import { RankTable } from './charts/RankTable.tsx';
import styles from './Desk.module.css';
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
        。{busiest === undefined ? '' : `消息最多的是${busiest.month}月，${busiest.count}条。`}
        逐月的图见<a href={paths.trends(year)}>{year}年数据</a>。
      </p>
      <h2>说了什么</h2>
      <RankTable caption={`${year}年各栏目`} of="栏目" unit="条数" bars={sections} />
      {topics.length === 0 ? null : (
        <RankTable caption={`${year}年说得最多的主题`} of="主题" unit="条数" bars={topics} />
      )}
      <RankTable caption={`${year}年引用最多的来源`} of="来源" unit="条数" bars={sources} />
      {threads.length === 0 ? null : (
        <RankTable caption={`${year}年报道最多的事`} of="脉络" unit="条数" bars={threads} />
      )}
      {acts.length === 0 ? null : (
        <section aria-labelledby="rules">
          <h2 id="rules">通过与施行的法规</h2>
          <ul className={`${styles.steps} headlines`}>
            {acts.map(({ name, stage, appliesFrom, item }) => (
              <li key={`${name} ${item.date} ${item.id}`}>
                <span className={styles.mark}>{stage}</span>
                {name}
                {appliesFrom === undefined ? '' : `，${formatDate(appliesFrom)}起施行`}：
                <a href={paths.item(item.date, item.id)}>{item.title}</a>
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
