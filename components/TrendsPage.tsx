import { formatDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { TrendsProps } from '#lib/views/trends.ts';
import columns from './Columns.module.css';
import { AwardTables } from './charts/AwardTables.tsx';
import charts from './charts/charts.module.css';
import { IssueMonths } from './charts/IssueMonths.tsx';
import { MonthFigure } from './charts/MonthFigure.tsx';
import { RankingTable, RestLine } from './charts/RankingTable.tsx';
import { Neighbours } from './Neighbours.tsx';
import { Page } from './Page.tsx';
import { YearList } from './YearList.tsx';

/** A year in charts, each with the table of its data. */
export function TrendsPage(props: TrendsProps) {
  const { frame, year, years, until, issueMonths, sections, topics, topicsRest } = props;
  const { sources, awards, previous, next } = props;
  return (
    <Page frame={frame} wide>
      <h1>数据</h1>
      <p className={columns.lead}>各栏目与主题逐月的条数，引用最多的来源，案件里判赔的金额。</p>
      <YearList years={years} />
      {year === undefined ? (
        <p>还没有内容。</p>
      ) : (
        <>
          <h2>
            {year}年{until === undefined ? '' : `（截至${formatDate(until)}）`}
          </h2>
          <p>
            <a href={paths.review(year)}>{year}年回顾</a>
          </p>
          <IssueMonths year={year} issueMonths={issueMonths} />
          <p className={columns.lead}>
            各月期数不同，所以柱高是每期条数，最高的一柱写出数字。
            <span className={charts.hint}>点一柱，到当月的条目；各月的条数在图下的数据表里。</span>
          </p>
          <section aria-labelledby="sections">
            <h3 id="sections">各栏目</h3>
            <MonthFigure
              year={year}
              issueMonths={issueMonths}
              series={sections}
              caption={`${year}年各栏目逐月条数`}
            />
          </section>
          {topics.length === 0 && topicsRest === undefined ? null : (
            <section aria-labelledby="topics">
              <h3 id="topics">各主题</h3>
              {topics.length === 0 ? null : (
                <MonthFigure
                  year={year}
                  issueMonths={issueMonths}
                  series={topics}
                  caption={`${year}年各主题逐月条数`}
                />
              )}
              <RestLine rest={topicsRest} />
            </section>
          )}
          <section aria-labelledby="sources">
            <h3 id="sources">来源</h3>
            <RankingTable
              caption={`${year}年引用最多的来源`}
              of="来源"
              unit="条数"
              ranking={sources}
            />
          </section>
          <AwardTables year={year} charts={awards} />
        </>
      )}
      <Neighbours label="年" previous={previous} next={next} />
    </Page>
  );
}
