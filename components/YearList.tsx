import styles from './YearList.module.css';

type Year = { year: string; path: string; count: number; current: boolean };

/** The years that a list is split into, unless there is only one. */
export function YearList({ years }: { years: readonly Year[] }) {
  if (years.length < 2) return null;
  return (
    <nav aria-label="年份">
      <ul className={styles.years}>
        {years.map(({ year, path, count, current }) => (
          <li key={year}>
            <a href={path} aria-current={current ? 'page' : undefined}>
              {year}年
            </a>{' '}
            <span className={styles.count}>{count}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
