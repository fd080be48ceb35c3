import { Fragment } from 'react';
import { formatDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { SubjectIndexProps } from '#lib/views/indexes.ts';
import columns from './Columns.module.css';
import { Page } from './Page.tsx';
import styles from './SubjectIndexPage.module.css';

/** The list of all sources or all topics, each with the number of its items and its newest issue. */
export function SubjectIndexPage({ frame, name, description, entries, also }: SubjectIndexProps) {
  return (
    <Page frame={frame} wide>
      <h1>{name}</h1>
      <p className={columns.lead}>
        {description}
        {also.length === 0 ? null : '另见'}
        {also.map((page, index) => (
          <Fragment key={page.path}>
            {index === 0 ? '' : '、'}
            <a href={page.path}>{page.name}</a>
          </Fragment>
        ))}
        {also.length === 0 ? null : '。'}
      </p>
      <ul className={`${columns.list} ${styles.list} headlines`}>
        {entries.map((entry) => (
          <li key={entry.path}>
            <a href={entry.path}>{entry.name}</a>{' '}
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
    </Page>
  );
}
