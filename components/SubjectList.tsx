import { formatDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { IndexEntry } from '#lib/views/indexes.ts';
import columns from './Columns.module.css';
import { Headline } from './Headline.tsx';
import styles from './SubjectList.module.css';

/** Sources, topics or entities in columns, each with the number of its items and its newest issue. */
export function SubjectList({ entries }: { entries: readonly IndexEntry[] }) {
  return (
    <ul className={`${columns.list} ${styles.list} headlines`}>
      {entries.map((entry) => (
        <li key={entry.path}>
          <a href={entry.path}>
            <Headline text={entry.name} />
          </a>{' '}
          <span className={styles.count}>
            {entry.count}条
            {entry.newest === undefined ? null : (
              <>
                ，最近见于
                <a href={paths.issue(entry.newest.date)}>{formatDate(entry.newest.date)}</a>
              </>
            )}
          </span>
          {entry.description === '' ? null : (
            <p className={styles.description}>{entry.description}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
