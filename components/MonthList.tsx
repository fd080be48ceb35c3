import type { MonthLink } from '#lib/views/period.ts';
import styles from './YearList.module.css';

/** Links to the months of a year, where the year is too long for one page. */
export function MonthList({ months }: { months: readonly MonthLink[] }) {
  if (months.length === 0) return null;
  return (
    <nav aria-label="月份">
      <ul className={styles.years}>
        {months.map(({ month, path, current }) => (
          <li key={month}>
            <a href={path} aria-current={current ? 'page' : undefined}>
              {Number(month.slice(5))}月
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
