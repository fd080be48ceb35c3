import { formatDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { ThreadProps, ThreadStep } from '#lib/views/threads.ts';
import { Attributions } from './Attributions.tsx';
import { Page } from './Page.tsx';
import styles from './ThreadPage.module.css';

/** A thread as a timeline: its items, their sources, and the reason why each belongs to the thread. */
export function ThreadPage({ frame, name, description, steps }: ThreadProps) {
  return (
    <Page frame={frame}>
      <p className={styles.above}>
        <a href={paths.threads()}>脉络</a>
      </p>
      <h1>{name}</h1>
      <p>{description}</p>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.path}>
            <Step {...step} />
          </li>
        ))}
      </ol>
    </Page>
  );
}

function Step({ issue, path, title, lead, attributions, links }: ThreadStep) {
  return (
    <article>
      <p className={styles.date}>
        <a href={paths.issue(issue.date)}>
          <time dateTime={issue.date}>{formatDate(issue.date)}</time>
          {issue.number === undefined ? '' : ` 第${issue.number}期`}
        </a>
      </p>
      <h2 className={styles.title}>
        <a href={path}>{title}</a>
      </h2>
      <p>{lead}</p>
      <Attributions attributions={attributions} />
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
