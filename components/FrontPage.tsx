import { formatChineseDate, formatWeekday } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { FrontProps } from '#lib/views/front-page.ts';
import { EventList } from './EventList.tsx';
import styles from './FrontPage.module.css';
import { IssueList } from './IssueList.tsx';
import { ItemList } from './ItemList.tsx';
import { Page } from './Page.tsx';
import { Prose } from './Prose.tsx';

/** The front page: the newest issue, then the issues before it. */
export function FrontPage({ frame, newest, coming, recent, more }: FrontProps) {
  const masthead = (
    <div>
      <h1 className={styles.name}>{frame.name}</h1>
      <p className={styles.tagline}>{frame.tagline}</p>
    </div>
  );
  return (
    <Page frame={frame} front={masthead} wide>
      <div className={styles.layout}>
        {newest === undefined ? (
          <p>还没有出版任何一期。</p>
        ) : (
          <section aria-labelledby="newest" className={styles.newest}>
            <h2 id="newest" className={styles.dateline}>
              <a href={paths.issue(newest.date)}>
                <time dateTime={newest.date}>
                  {formatChineseDate(newest.date)} {formatWeekday(newest.date)}
                </time>
                {newest.unpublished === undefined ? null : (
                  <strong className="new">{newest.unpublished}</strong>
                )}
                {newest.number === undefined ? null : <span> 第{newest.number}期</span>}
              </a>
            </h2>
            {newest.ownTitle === undefined ? null : (
              <p className={styles.title}>{newest.ownTitle}</p>
            )}
            {newest.summary === undefined ? null : (
              <p className={styles.summary}>{newest.summary}</p>
            )}
            <Prose html={newest.lead} />
            <div className={styles.sections}>
              {newest.sections.map(({ id, name, items }) => (
                <section key={id} aria-labelledby={id}>
                  <h3 id={id} className={styles.section}>
                    <a href={paths.issueSection(newest.date, id)}>{name}</a>
                  </h3>
                  <ItemList items={items} />
                </section>
              ))}
            </div>
          </section>
        )}
        {recent.length === 0 && coming.length === 0 ? null : (
          <div className={styles.recent}>
            {coming.length === 0 ? null : (
              <section aria-labelledby="coming">
                <h2 id="coming" className={styles.heading}>
                  <a href={paths.calendar()}>近期日程</a>
                </h2>
                <EventList events={coming} />
              </section>
            )}
            {recent.length === 0 ? null : (
              <section aria-labelledby="recent">
                <h2 id="recent" className={styles.heading}>
                  近期各期
                </h2>
                <IssueList issues={recent} />
                {more === 0 ? null : (
                  <p>
                    <a href={paths.archive()}>更早的{more}期</a>
                  </p>
                )}
              </section>
            )}
          </div>
        )}
      </div>
    </Page>
  );
}
