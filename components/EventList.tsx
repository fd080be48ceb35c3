import { formatMonthDay } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { EventRef } from '#lib/views/calendar.ts';
import styles from './Desk.module.css';

/** Events by day, each with its kind and a link to the item that reports it. */
export function EventList({ events }: { events: readonly EventRef[] }) {
  return (
    <ol className={`${styles.steps} headlines`}>
      {events.map(({ from, to, role, yearNote, item }) => (
        <li key={`${from} ${role} ${item.date} ${item.id}`}>
          <span className={styles.date} title={yearNote}>
            <time dateTime={from}>{formatMonthDay(from)}</time>
            {from === to ? null : (
              <>
                至<time dateTime={to}>{formatMonthDay(to)}</time>
              </>
            )}
          </span>{' '}
          <span className={styles.mark}>{role}</span>
          <a href={paths.item(item.date, item.id)}>{item.title}</a>{' '}
          <span className={styles.source}>{item.sources.map(({ name }) => name).join('、')}</span>
        </li>
      ))}
    </ol>
  );
}
