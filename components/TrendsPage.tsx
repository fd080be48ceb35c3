import { formatDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { TrendsProps } from '#lib/views/trends.ts';
import columns from './Columns.module.css';
import { AwardTables } from './charts/AwardTables.tsx';
import { MonthFigure } from './charts/MonthFigure.tsx';
import { RankTable } from './charts/RankTable.tsx';
import { Neighbours } from './Neighbours.tsx';
import { Page } from './Page.tsx';
import { YearList } from './YearList.tsx';

/** A year in charts, each with the table of its data. */
export function TrendsPage(props: TrendsProps) {
  const { frame, year, years, until, sections, topics, sources, awards, previous, next } = props;
  return (
    <Page frame={frame} wide>
      <h1>数据</h1>
      <p className={columns.lead}>
        各栏目与主题逐月的条数，引用最多的来源，案件里判赔的金额。图都可以点到背后的条目，数据表在图下。
      </p>
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
          <section aria-labelledby="sections">
            <h3 id="sections">各栏目</h3>
            <MonthFigure year={year} series={sections} caption={`${year}年各栏目逐月条数`} />
          </section>
          {topics.length === 0 ? null : (
            <section aria-labelledby="topics">
              <h3 id="topics">各主题</h3>
              <MonthFigure year={year} series={topics} caption={`${year}年各主题逐月条数`} />
            </section>
          )}
          <section aria-labelledby="sources">
            <h3 id="sources">来源</h3>
            <RankTable caption={`${year}年引用最多的来源`} of="来源" unit="条数" bars={sources} />
          </section>
          <AwardTables year={year} charts={awards} />
        </>
      )}
      <Neighbours label="年" previous={previous} next={next} />
    </Page>
  );
}
