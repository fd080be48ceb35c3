import { formatDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { TimelineProps } from '#lib/views/timeline.ts';
import charts from './charts/charts.module.css';
import { MonthBars } from './charts/MonthBars.tsx';
import { MonthTable } from './charts/MonthFigure.tsx';
import { ItemList } from './ItemList.tsx';
import { MonthList } from './MonthList.tsx';
import { Neighbours } from './Neighbours.tsx';
import { Page } from './Page.tsx';
import { YearList } from './YearList.tsx';

/** The items of a section, a source or a topic in one year, newest first, under their issues. */
export function TimelinePage(props: TimelineProps) {
  const { frame, name, description, url, period, years, months, chart, groups, previous, next } =
    props;
  return (
    <Page frame={frame}>
      <h1>{name}</h1>
      <p>{description}</p>
      {url === undefined ? null : (
        <p>
          <a href={url} rel="external">
            {name}的网站
          </a>
        </p>
      )}
      <YearList years={years} />
      <MonthList months={months} />
      {chart === undefined ? null : (
        <figure className={charts.figure}>
          <MonthBars label={`${name}：${chart.year}年逐月条数`} counts={chart.counts} />
          <MonthTable
            year={chart.year}
            series={[{ name: '条数', path: paths.trends(chart.year), ...chart, total: 0 }]}
            caption={`${chart.year}年逐月条数`}
          />
        </figure>
      )}
      {groups.length === 0 ? <p>还没有内容。</p> : <h2>{period}</h2>}
      {groups.map(({ issue, items }) => (
        <section key={issue.date} aria-labelledby={`issue-${issue.date}`}>
          <h3 id={`issue-${issue.date}`}>
            <a href={paths.issue(issue.date)}>
              <time dateTime={issue.date}>{formatDate(issue.date)}</time>
              {issue.number === undefined ? '' : ` 第${issue.number}期`}
            </a>
          </h3>
          <ItemList items={items} />
        </section>
      ))}
      <Neighbours label={months.length === 0 ? '年' : '月'} previous={previous} next={next} />
    </Page>
  );
}
