import type { EventRef } from '#lib/views/calendar.ts';
import type { ShownDate } from '#lib/views/desk-steps.ts';
import styles from './Desk.module.css';
import { Headline } from './Headline.tsx';
import { IssueLinks } from './StepLines.tsx';

/** Events by day, each with its kind and a link to the item that first names it. */
export function EventList({ events }: { events: readonly EventRef[] }) {
  return (
    <ol className={`${styles.steps} headlines`}>
      {events.map((event) => (
        <li key={`${event.name} ${event.kind} ${event.from?.date} ${event.to?.date}`}>
          <Event {...event} />
        </li>
      ))}
    </ol>
  );
}

function Event({ name, kind, from, to, open, yearNote, told }: EventRef) {
  const [first, ...others] = told.shown;
  return (
    <>
      <span className={styles.date} title={yearNote}>
        {from === undefined ? null : <DayOrMonth {...from} />}
        {open === 'end' ? '起' : null}
        {open === 'start' || (from !== undefined && to !== undefined) ? '至' : null}
        {to === undefined ? null : <DayOrMonth {...to} />}
      </span>{' '}
      <span className={styles.mark}>{kind}</span>
      {first === undefined ? (
        <Headline text={name} />
      ) : (
        <a href={first.path} title={first.title}>
          <Headline text={name} />
        </a>
      )}
      {others.length === 0 ? null : (
        <span className={styles.source}>
          （又见
          <IssueLinks shown={others} more={told.more} />）
        </span>
      )}
    </>
  );
}

function DayOrMonth({ date, text }: ShownDate) {
  return <time dateTime={date}>{text}</time>;
}
