import type { IssueMonth, MonthSeries } from '#lib/views/charts.ts';
import styles from './charts.module.css';
import { perIssueText } from './per-issue.ts';

type Props = {
  year: string;
  /** The issues of the months that the series count. */
  issueMonths: readonly IssueMonth[];
  series: readonly MonthSeries[];
  caption: string;
};

/** A folded table of the counts of all series by month, each with how many there are per issue. */
export function MonthTable({ year, issueMonths, series, caption }: Props) {
  return (
    <details className={styles.data}>
      <summary>数据表</summary>
      <div className={styles.scroll}>
        <table>
          <caption>{caption}，括号里是每期条数</caption>
          <thead>
            <tr>
              <th scope="col">{year}年</th>
              <th scope="col">刊期数</th>
              {series.map(({ name, path }) => (
                <th key={path} scope="col">
                  <a href={path}>{name}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {issueMonths.map(({ issues }, month) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is identified by its month
              <tr key={month}>
                <th scope="row">{month + 1}月</th>
                <td>{issues}</td>
                {series.map(({ path, months }) => (
                  <td key={path}>{cellOf(months[month]?.count ?? 0, issues)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** `5（2.5）`: five items, 2.5 per issue. */
function cellOf(count: number, issues: number): string {
  return count === 0 ? '0' : `${count}（${perIssueText(count, issues)}）`;
}
