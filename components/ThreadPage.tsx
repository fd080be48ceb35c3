import { formatDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { ShownThreadItem, ThreadProps } from '#lib/views/threads.ts';
import { Attributions } from './Attributions.tsx';
import { Headline } from './Headline.tsx';
import { Page } from './Page.tsx';
import styles from './ThreadPage.module.css';

/** One thread as a timeline: the last known state, then each item with its sources and its links to earlier items. */
export function ThreadPage({ frame, name, description, now, ended, items }: ThreadProps) {
  return (
    <Page frame={frame}>
      <p className={styles.above}>
        <a href={paths.threads()}>脉络</a>
      </p>
      <h1>
        <Headline text={name} />
      </h1>
      <p>{description}</p>
      {ended === undefined ? null : <End {...ended} />}
      <p>
        <strong>目前</strong>（
        <a href={now.path}>
          <time dateTime={now.date}>{formatDate(now.date)}</time>
        </a>
        ）：{now.text}
      </p>
      <ol className={styles.steps}>
        {items.map((item) => (
          <li key={item.path}>
            <ThreadItem {...item} />
          </li>
        ))}
      </ol>
    </Page>
  );
}

/** Says that an editor ended the thread, and when or how. */
function End({ date, text }: NonNullable<ThreadProps['ended']>) {
  return (
    <p>
      <strong>已结束</strong>
      {date === undefined ? '' : `（${formatDate(date)}）`}
      {text === undefined ? '' : `：${text}`}
    </p>
  );
}

function ThreadItem({ issue, path, title, excerpt, attributions, links }: ShownThreadItem) {
  return (
    <article>
      <p className={styles.date}>
        <a href={paths.issue(issue.date)}>
          <time dateTime={issue.date}>{formatDate(issue.date)}</time>
          {issue.number === undefined ? '' : ` 第${issue.number}期`}
        </a>
      </p>
      <h2 className={styles.title}>
        <a href={path}>
          <Headline text={title} />
        </a>
      </h2>
      <p>{excerpt}</p>
      <p>
        <Attributions attributions={attributions} />
      </p>
      {links.map((link) => (
        <p key={link.path} className={styles.reason}>
          {link.reason}
          {link.term === undefined ? '' : `（${link.term}）`}，接
          <a href={link.path}>{formatDate(link.date)}</a>的报道
        </p>
      ))}
    </article>
  );
}
