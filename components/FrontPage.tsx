import { formatChineseDate, formatWeekday } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { FrontItem, FrontProps } from '#lib/views/front-page.ts';
import { EventList } from './EventList.tsx';
import styles from './FrontPage.module.css';
import { Headline } from './Headline.tsx';
import { IssueList } from './IssueList.tsx';
import { Page } from './Page.tsx';
import { Prose } from './Prose.tsx';

/** The front page: the newest issue with its lead story, what is coming, then the issues before it. */
export function FrontPage({ frame, description, newest, coming, recent, more }: FrontProps) {
  return (
    <Page frame={frame} front={<h1 className={styles.name}>{frame.name}</h1>} wide>
      <p className={styles.about}>
        {description} <a href={paths.feeds()}>订阅</a> <a href={paths.about()}>关于</a>
      </p>
      <div className={styles.layout}>
        {newest === undefined ? <p>还没有出版任何一期。</p> : <Newest {...newest} />}
        {coming.length === 0 ? null : (
          <section aria-labelledby="coming" className={styles.coming}>
            <h2 id="coming" className={styles.heading}>
              <a href={paths.calendar()}>近期日程</a>
            </h2>
            <EventList events={coming} />
          </section>
        )}
      </div>
      {recent.length === 0 ? null : (
        <section aria-labelledby="recent" className={styles.recent}>
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
    </Page>
  );
}

/** The newest issue: its first item as the lead story, then the others by section. */
function Newest(issue: NonNullable<FrontProps['newest']>) {
  const { date, number, ownTitle, unpublished, summary, lead, story, sections } = issue;
  return (
    <section aria-labelledby="newest">
      <h2 id="newest" className={styles.dateline}>
        <a href={paths.issue(date)}>
          <time dateTime={date}>
            {formatChineseDate(date)} {formatWeekday(date)}
          </time>
          {unpublished === undefined ? null : <strong className="new">{unpublished}</strong>}
          {number === undefined ? null : <span> 第{number}期</span>}
        </a>
      </h2>
      {ownTitle === undefined ? null : (
        <p className={styles.title}>
          <Headline text={ownTitle} />
        </p>
      )}
      {summary === undefined ? null : <p className={styles.summary}>{summary}</p>}
      <Prose html={lead} />
      {story === undefined ? null : <Story {...story} />}
      <div className={styles.sections}>
        {sections.map(({ id, name, items }) => (
          <section key={id} aria-labelledby={id}>
            <h3 id={id} className={styles.section}>
              <a href={paths.issueSection(date, id)}>{name}</a>
            </h3>
            <ul className={`${styles.items} headlines`}>
              {items.map((item) => (
                <li key={item.id}>
                  <a href={paths.item(item.date, item.id)}>
                    <Headline text={item.title} />
                  </a>
                  <p>
                    {item.beginning} <Sources {...item} />
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

function Story({ date, id, title, beginning, section, sources }: FrontItem) {
  const path = paths.item(date, id);
  return (
    <article className={styles.story}>
      <h3>
        <a href={path}>
          <Headline text={title} />
        </a>
      </h3>
      <p>{beginning}</p>
      <p className={styles.more}>
        <a href={path} aria-label={`阅读全文：${title}`}>
          阅读全文
        </a>{' '}
        {section.name} <Sources sources={sources} />
      </p>
    </article>
  );
}

function Sources({ sources }: Pick<FrontItem, 'sources'>) {
  return <span className={styles.source}>{sources.map(({ name }) => name).join('、')}</span>;
}
