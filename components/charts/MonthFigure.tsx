import type { IssueMonth, MonthSeries } from '#lib/views/charts.ts';
import styles from './charts.module.css';
import { MonthBars } from './MonthBars.tsx';
import { MonthTable } from './MonthTable.tsx';
import { perIssue, perIssueText } from './per-issue.ts';

type Props = {
  year: string;
  /** The issues of the months that the series count. */
  issueMonths: readonly IssueMonth[];
  series: readonly MonthSeries[];
  caption: string;
};

/** A small chart for each series, all with the same scale, and a table of their counts. */
export function MonthFigure({ year, issueMonths, series, caption }: Props) {
  const rates = series.flatMap(({ months }) =>
    months.map(({ count }, month) => perIssue(count, issueMonths[month]?.issues ?? 0)),
  );
  const issues = issueMonths.reduce((sum, month) => sum + month.issues, 0);
  return (
    <figure className={styles.figure}>
      <ul className={styles.panels}>
        {series.map(({ name, path, months, total }) => (
          <li key={path}>
            <a href={path}>{name}</a>{' '}
            <span className={styles.total}>
              {total}条，每期{perIssueText(total, issues)}条
            </span>
            <MonthBars
              label={`${name}：${year}年逐月每期条数`}
              months={months}
              issueMonths={issueMonths}
              most={Math.max(...rates)}
            />
          </li>
        ))}
      </ul>
      <MonthTable year={year} issueMonths={issueMonths} series={series} caption={caption} />
    </figure>
  );
}
