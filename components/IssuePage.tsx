import { formatChineseDate, formatWeekday } from '#lib/site/dates.ts';
import type { IssueProps } from '#lib/views/issue.ts';
import { Contents } from './Contents.tsx';
import { Headline } from './Headline.tsx';
import styles from './IssuePage.module.css';
import { Item } from './Item.tsx';
import { Neighbours } from './Neighbours.tsx';
import { Page } from './Page.tsx';
import { Prose } from './Prose.tsx';

/** A whole issue: its head, table of contents, sections and items. */
export function IssuePage({
  frame,
  issue,
  unpublished,
  count,
  readingTime,
  threads,
  editions,
  previous,
  next,
}: IssueProps) {
  return (
    <Page frame={frame} wide>
      <div className={styles.layout}>
        <header className={styles.head}>
          <h1>
            <Headline text={issue.title} />
          </h1>
          <p className={styles.dateline}>
            {unpublished === undefined ? null : <strong className="new">{unpublished}</strong>}
            <time dateTime={issue.date}>
              {formatChineseDate(issue.date)} {formatWeekday(issue.date)}
            </time>
            {/* The spaces are for readers without styles. */}
            {issue.number === undefined ? null : <span> 第{issue.number}期</span>}
            <span> {count}条</span>
            <span> 约{readingTime}分钟</span>
            {issue.editor === undefined ? null : <span> 编辑：{issue.editor}</span>}
          </p>
          <details className={styles.forms}>
            <summary>朗读、下载、打印</summary>
            <p className={styles.dateline}>
              {editions.map(({ label, path }) => (
                <a key={path} href={path}>
                  {label}
                </a>
              ))}
              <print-page />
              <read-aloud />
            </p>
          </details>
          {issue.summary === undefined ? null : <p className={styles.summary}>{issue.summary}</p>}
        </header>
        <Contents sections={issue.sections} />
        <div className={styles.text}>
          <Prose html={issue.lead} />
          {issue.sections.map(({ id, name, items }) => (
            <section key={id} aria-labelledby={id}>
              <h2 id={id} className={styles.section}>
                {name}
              </h2>
              {items.length === 0 ? <p>本期没有内容。</p> : null}
              {items.map((item) => (
                <Item key={item.id} item={item} thread={threads[item.id]} />
              ))}
            </section>
          ))}
          <Neighbours label="期" previous={previous} next={next} />
        </div>
      </div>
    </Page>
  );
}
