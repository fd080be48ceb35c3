import { monthAnchor, paths } from '#lib/site/paths.ts';
import type { ArchiveProps } from '#lib/views/archive.ts';
import columns from './Columns.module.css';
import { IssueList } from './IssueList.tsx';
import { Neighbours } from './Neighbours.tsx';
import { Page } from './Page.tsx';
import { YearList } from './YearList.tsx';

/** The issues of one year by month, and the other years. */
export function ArchivePage(props: ArchiveProps) {
  const { frame, year, years, months, volume, count, previous, next } = props;
  return (
    <Page frame={frame} wide>
      <h1>往期</h1>
      <p className={columns.lead}>
        共{count}期。按内容查：<a href={paths.laws()}>法规</a>、<a href={paths.cases()}>案件</a>、
        <a href={paths.calendar()}>日程</a>、<a href={paths.trends()}>数据</a>。
      </p>
      <YearList years={years} />
      {year === undefined ? <p>还没有出版任何一期。</p> : <h2>{year}年</h2>}
      {volume === undefined ? null : (
        <p>
          <a href={volume} type="application/epub+zip">
            {year}年合订本（EPUB）
          </a>
        </p>
      )}
      {year === undefined ? null : (
        <p>
          <a href={paths.review(year)}>{year}年回顾</a>
        </p>
      )}
      {months.map(({ month, issues }) => (
        <section key={month} className={columns.within} aria-labelledby={monthAnchor(month)}>
          <h3 id={monthAnchor(month)}>{month}月</h3>
          <IssueList issues={issues} />
        </section>
      ))}
      <Neighbours label="年" previous={previous} next={next} />
    </Page>
  );
}
