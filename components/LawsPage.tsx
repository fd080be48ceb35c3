import { paths } from '#lib/site/paths.ts';
import type { ActRef, LawsProps } from '#lib/views/laws.ts';
import styles from './Desk.module.css';
import { Headline } from './Headline.tsx';
import { MonthList } from './MonthList.tsx';
import { Neighbours } from './Neighbours.tsx';
import { Page } from './Page.tsx';
import { StepLines } from './StepLines.tsx';
import { YearList } from './YearList.tsx';

/** The acts with steps in a year or a month: by state, then by type, each with these steps. */
export function LawsPage({ frame, period, years, months, states, previous, next }: LawsProps) {
  return (
    <Page frame={frame}>
      <h1>法规</h1>
      <p>
        报道过进展的法律、法规、司法解释、政策、标准与条约。日子是消息里写的，没有写的只列出哪一期报道。另见
        <a href={paths.cases()}>案件</a>与<a href={paths.calendar()}>日程</a>。
      </p>
      <YearList years={years} />
      <MonthList months={months} />
      {states.length === 0 ? <p>还没有内容。</p> : null}
      {states.map(({ name, types }) => (
        <section key={name} aria-label={`${period}${name}`}>
          <h2>
            {period} {name}
          </h2>
          {types.map((type) => (
            <section key={type.name} aria-label={`${name}${type.name}`}>
              <h3>{type.name}</h3>
              <ul className={`${styles.steps} headlines`}>
                {type.acts.map((act) => (
                  <Act key={act.path} {...act} />
                ))}
              </ul>
            </section>
          ))}
        </section>
      ))}
      <Neighbours label={months.length === 0 ? '年' : '月'} previous={previous} next={next} />
    </Page>
  );
}

function Act({ name, path, stage, steps }: ActRef) {
  return (
    <li>
      <a href={path}>
        <Headline text={name} />
      </a>{' '}
      <span className={styles.source}>现况：{stage}</span>
      <StepLines steps={steps} />
    </li>
  );
}
