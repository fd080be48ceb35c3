import { paths } from '#lib/site/paths.ts';
import type { IssueMonth } from '#lib/views/charts.ts';
import styles from './IssueMonths.module.css';
import { perIssueText } from './per-issue.ts';

type Props = { year: string; issueMonths: readonly IssueMonth[] };

/** How many issues each month of a year had, which lead to the archive, and how many items. */
export function IssueMonths({ year, issueMonths }: Props) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption>
          <a href={paths.archive(year)}>{year}年各月的刊期</a>与条数
        </caption>
        <thead>
          <tr>
            <th scope="col">月</th>
            {issueMonths.map((_, month) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is identified by its month
              <th key={month} scope="col">
                {month + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">刊期数</th>
            {issueMonths.map(({ issues, path }, month) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is identified by its month
              <td key={month}>{path === undefined ? issues : <a href={path}>{issues}</a>}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">条数</th>
            {issueMonths.map(({ items }, month) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is identified by its month
              <td key={month}>{items}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">每期</th>
            {issueMonths.map(({ issues, items }, month) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is identified by its month
              <td key={month}>{issues === 0 ? '—' : perIssueText(items, issues)}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
