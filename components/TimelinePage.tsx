import type { ReactNode } from 'react';
import { formatDate } from '#lib/site/dates.ts';
import { issueAnchor, paths } from '#lib/site/paths.ts';
import type { TimelineProps } from '#lib/views/timeline.ts';
import charts from './charts/charts.module.css';
import { MonthBars } from './charts/MonthBars.tsx';
import { MonthTable } from './charts/MonthTable.tsx';
import { Headline } from './Headline.tsx';
import { ItemList } from './ItemList.tsx';
import { MonthList } from './MonthList.tsx';
import { Neighbours } from './Neighbours.tsx';
import { Page } from './Page.tsx';
import styles from './TimelinePage.module.css';
import { YearList } from './YearList.tsx';

/**
 * The items of a section, a source, a topic or an entity in one year, newest first, under their issues. `above`
 * stands over the name, `children` before the items.
 */
export function TimelinePage({
  above,
  children,
  ...props
}: TimelineProps & { above?: ReactNode; children?: ReactNode }) {
  const {
    frame,
    name,
    description,
    url,
    standing,
    desk,
    period,
    years,
    months,
    chart,
    groups,
    previous,
    next,
  } = props;
  return (
    <Page frame={frame}>
      {above}
      <h1>
        <Headline text={name} />
      </h1>
      <p>{description}</p>
      {url === undefined ? null : (
        <p>
          <a href={url} rel="external">
            {name}的网站
          </a>
        </p>
      )}
      {standing === undefined ? null : (
        <p>
          查过的{standing.known}篇原文，{standing.stand}篇仍可访问。
        </p>
      )}
      {desk === undefined ? null : (
        <p>
          逐件的进展见<a href={desk.path}>{desk.name}</a>。
        </p>
      )}
      <YearList years={years} />
      <MonthList months={months} />
      {chart === undefined ? null : (
        <figure className={`${charts.figure} ${styles.chart}`}>
          <figcaption className={charts.total}>
            逐月每期条数<span className={charts.hint}>，点一柱到当月的条目</span>
          </figcaption>
          <MonthBars
            label={`${name}：${chart.year}年逐月每期条数`}
            months={chart.series.months}
            issueMonths={chart.issueMonths}
          />
          <MonthTable
            year={chart.year}
            issueMonths={chart.issueMonths}
            series={[{ ...chart.series, name: '条数', path: paths.trends(chart.year) }]}
            caption={`${chart.year}年逐月条数`}
          />
        </figure>
      )}
      {children}
      {groups.length === 0 ? <p>还没有内容。</p> : <h2>{period}</h2>}
      {groups.map(({ issue, items }) => (
        <section key={issue.date} aria-labelledby={issueAnchor(issue.date)}>
          <h3 id={issueAnchor(issue.date)}>
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
