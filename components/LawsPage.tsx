import { formatDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { ActHistory, LawsProps } from '#lib/views/laws.ts';
import styles from './Desk.module.css';
import { MonthList } from './MonthList.tsx';
import { Neighbours } from './Neighbours.tsx';
import { Page } from './Page.tsx';
import { YearList } from './YearList.tsx';

/** The laws, regulations and standards of a year, each with the items that report its stages. */
export function LawsPage({ frame, period, years, months, groups, previous, next }: LawsProps) {
  return (
    <Page frame={frame}>
      <h1>法规</h1>
      <p>
        各期提到的法律、法规、司法解释、政策与标准，按从草案到施行的先后列出。另见
        <a href={paths.cases()}>案件</a>与<a href={paths.calendar()}>日程</a>。
      </p>
      <YearList years={years} />
      <MonthList months={months} />
      {groups.length === 0 ? <p>还没有内容。</p> : <h2>{period}</h2>}
      {groups.map(({ name, acts }) => (
        <section key={name} aria-label={name}>
          <h3>{name}</h3>
          {acts.map((act) => (
            <History key={act.name} {...act} />
          ))}
        </section>
      ))}
      <Neighbours label={months.length === 0 ? '年' : '月'} previous={previous} next={next} />
    </Page>
  );
}

function History({ name, steps }: ActHistory) {
  return (
    <section id={name} aria-label={name}>
      <h4>{name}</h4>
      <ol className={`${styles.steps} headlines`}>
        {steps.map(({ item, stage, appliesFrom }) => (
          <li key={`${item.date} ${item.id}`}>
            <time dateTime={item.date} className={styles.date}>
              {formatDate(item.date)}
            </time>{' '}
            {stage === undefined ? null : <span className={styles.mark}>{stage}</span>}
            <a href={paths.item(item.date, item.id)}>{item.title}</a>
            {appliesFrom === undefined ? null : (
              <span className={styles.source}>
                （<time dateTime={appliesFrom}>{formatDate(appliesFrom)}</time>起施行）
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
