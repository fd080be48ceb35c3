import type { MonthSeries } from '#lib/views/charts.ts';
import styles from './charts.module.css';
import { MonthBars } from './MonthBars.tsx';

type Props = { year: string; series: readonly MonthSeries[]; caption: string };

/** A small chart for each series, all with the same scale, and a table of their counts. */
export function MonthFigure({ year, series, caption }: Props) {
  const most = Math.max(...series.flatMap(({ counts }) => counts));
  return (
    <figure className={styles.figure}>
      <ul className={styles.panels}>
        {series.map(({ name, path, counts, total }) => (
          <li key={path}>
            <a href={path}>{name}</a> <span className={styles.total}>{total}条</span>
            <MonthBars label={`${name}：${year}年逐月条数`} counts={counts} most={most} />
          </li>
        ))}
      </ul>
      <MonthTable year={year} series={series} caption={caption} />
    </figure>
  );
}

/** A table of the counts of all series by month. */
export function MonthTable({ year, series, caption }: Props) {
  const months = series[0]?.counts ?? [];
  return (
    <details className={styles.data}>
      <summary>数据表</summary>
      <div className={styles.scroll}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{year}年</th>
              {series.map(({ name, path }) => (
                <th key={path} scope="col">
                  <a href={path}>{name}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((_, month) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is identified by its month
              <tr key={month}>
                <th scope="row">{month + 1}月</th>
                {series.map(({ path, counts }) => (
                  <td key={path}>{counts[month]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
