import { formatDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { IssueSummary } from '#lib/views/front-page.ts';
import { Headline } from './Headline.tsx';
import styles from './IssueList.module.css';

/** A list of issues, each with its day, its number and its summary or headlines. */
export function IssueList({ issues }: { issues: readonly IssueSummary[] }) {
  return (
    <ul className={`${styles.list} headlines`}>
      {issues.map(({ date, number, ownTitle, unpublished, summary, count, headlines }) => (
        <li key={date}>
          <a href={paths.issue(date)}>
            <time dateTime={date}>{formatDate(date)}</time>
            {number === undefined ? '' : ` 第${number}期`}
            {ownTitle === undefined ? null : (
              <>
                {' '}
                <Headline text={ownTitle} />
              </>
            )}
          </a>
          {unpublished === undefined ? null : <strong className="new">{unpublished}</strong>}
          <span className={styles.count}> {count}条</span>
          <p className={styles.summary}>{summary ?? headlines.join('；')}</p>
        </li>
      ))}
    </ul>
  );
}
