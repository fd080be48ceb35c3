import { formatDate } from '#lib/site/dates.ts';
import type { ThreadRef, ThreadsProps } from '#lib/views/threads.ts';
import columns from './Columns.module.css';
import { Headline } from './Headline.tsx';
import { Neighbours } from './Neighbours.tsx';
import { Page } from './Page.tsx';
import styles from './ThreadsPage.module.css';
import { YearList } from './YearList.tsx';

/** The threads of a year, with those that an editor has pinned first, and links to the other years. */
export function ThreadsPage(props: ThreadsProps) {
  const { frame, name, description, year, years, pinned, threads, previous, next } = props;
  return (
    <Page frame={frame} wide>
      <h1>{name}</h1>
      <p className={columns.lead}>{description}</p>
      <YearList years={years} />
      {pinned.length === 0 ? null : (
        <section className={columns.within} aria-labelledby="pinned">
          <h2 id="pinned">置顶</h2>
          <ThreadList threads={pinned} />
        </section>
      )}
      {year === undefined ? (
        <p>还没有先后报道过的事。</p>
      ) : (
        <section className={columns.within} aria-labelledby="year">
          <h2 id="year">{year}年</h2>
          <ThreadList threads={threads} />
        </section>
      )}
      <Neighbours label="年" previous={previous} next={next} />
    </Page>
  );
}

function ThreadList({ threads }: { threads: readonly ThreadRef[] }) {
  return (
    <ul className={`${styles.list} headlines`}>
      {threads.map(({ name, path, count, first, isEnded, last }) => (
        <li key={path}>
          <a href={path}>
            <Headline text={name} />
          </a>
          <p className={styles.last}>
            {formatDate(first)}起{count}条{isEnded ? '，已结束' : ''}
            {last.title === name ? null : (
              <>
                ，最近：<time dateTime={last.date}>{formatDate(last.date)}</time>{' '}
                <a href={last.path}>
                  <Headline text={last.title} />
                </a>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
