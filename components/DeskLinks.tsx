import { feedFormats } from '#lib/site/feed-formats.ts';
import styles from './Desk.module.css';

type Props = {
  /** The list that an act or a case is in. */
  list?: { name: string; path: string };
  feed?: string;
  calendar?: string | undefined;
};

/** What leads away from the page of an act or a case: its list, its feed, its calendar. */
export function DeskLinks({ list, feed, calendar }: Props) {
  return (
    <p className={styles.source}>
      {list === undefined ? null : <a href={list.path}>{list.name}</a>}
      {feed === undefined ? null : (
        <a href={feed} type={feedFormats.atom.type}>
          订阅后续报道（{feedFormats.atom.name}）
        </a>
      )}
      {calendar === undefined ? null : (
        <>
          {' '}
          <a href={calendar} type="text/calendar">
            订阅日历（iCalendar）
          </a>
        </>
      )}
    </p>
  );
}
