import { formatDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { CalendarProps } from '#lib/views/calendar.ts';
import columns from './Columns.module.css';
import { EventList } from './EventList.tsx';
import { MonthList } from './MonthList.tsx';
import { Neighbours } from './Neighbours.tsx';
import { Page } from './Page.tsx';
import { YearList } from './YearList.tsx';

/** The events of a year or a month, by month, and the coming events. */
export function CalendarPage(props: CalendarProps) {
  const { frame, period, years, months, byMonth, coming, newest, file, previous, next } = props;
  return (
    <Page frame={frame} wide>
      <h1>日程</h1>
      <p className={columns.lead}>
        各期消息里的活动、期间、截止日、施行日与开庭；几条消息说同一件事的，合为一行。
        {file === undefined ? null : (
          <>
            <a href={file} type="text/calendar">
              订阅日历（iCalendar）
            </a>
            ，
          </>
        )}
        另见<a href={paths.laws()}>法规</a>与<a href={paths.cases()}>案件</a>。
      </p>
      {coming.length === 0 || newest === undefined ? null : (
        <section className={columns.within} aria-labelledby="coming">
          <h2 id="coming">{formatDate(newest)}以后</h2>
          <EventList events={coming} />
        </section>
      )}
      <YearList years={years} />
      <MonthList months={months} />
      {byMonth.length === 0 ? <p>还没有内容。</p> : <h2>{period}</h2>}
      {byMonth.map(({ month, events }) => (
        <section key={month} className={columns.within} aria-labelledby={`month-${month}`}>
          <h3 id={`month-${month}`}>{month}月</h3>
          <EventList events={events} />
        </section>
      ))}
      <Neighbours label={months.length === 0 ? '年' : '月'} previous={previous} next={next} />
    </Page>
  );
}
