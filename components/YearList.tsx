import type { YearLink } from '#lib/views/period.ts';
import styles from './YearList.module.css';

/** Links to the years of a list; none where there is only one year. */
export function YearList({ years }: { years: readonly YearLink[] }) {
  if (years.length < 2) return null;
  return (
    <nav aria-label="年份">
      <ul className={styles.years}>
        {years.map(({ year, path, current }) => (
          <li key={year}>
            <a href={path} aria-current={current ? 'page' : undefined}>
              {year}年
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
