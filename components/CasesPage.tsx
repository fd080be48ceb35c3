import { formatDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { CasesProps } from '#lib/views/cases.ts';
import styles from './Desk.module.css';
import { MonthList } from './MonthList.tsx';
import { Neighbours } from './Neighbours.tsx';
import { Page } from './Page.tsx';
import { YearList } from './YearList.tsx';

/** The cases that the issues of a year report, newest first. */
export function CasesPage({ frame, period, years, months, cases, previous, next }: CasesProps) {
  return (
    <Page frame={frame}>
      <h1>案件</h1>
      <p>
        各期报道的案件，案号、当事人、金额与进展照报道所写，法院写全名。另见
        <a href={paths.laws()}>法规</a>与<a href={paths.calendar()}>日程</a>。
      </p>
      <YearList years={years} />
      <MonthList months={months} />
      {cases.length === 0 ? <p>还没有内容。</p> : <h2>{period}</h2>}
      <ul className={`${styles.steps} headlines`}>
        {cases.map(({ item, facts }) => (
          <li key={`${item.date} ${item.id}`}>
            <a href={paths.item(item.date, item.id)}>{item.title}</a>
            <dl className={styles.facts}>
              <dt>刊期</dt>
              <dd>
                <time dateTime={item.date}>{formatDate(item.date)}</time>
              </dd>
              {facts.map(({ name, value }) => (
                <Fact key={name} name={name} value={value} />
              ))}
            </dl>
          </li>
        ))}
      </ul>
      <Neighbours label={months.length === 0 ? '年' : '月'} previous={previous} next={next} />
    </Page>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
