import { paths } from '#lib/site/paths.ts';
import type { CaseDetail, CaseRef, CasesProps } from '#lib/views/cases.ts';
import columns from './Columns.module.css';
import styles from './Desk.module.css';
import { Cell, DeskTable, LastCell } from './DeskTable.tsx';
import { Headline } from './Headline.tsx';
import { MonthList } from './MonthList.tsx';
import { Neighbours } from './Neighbours.tsx';
import { Page } from './Page.tsx';
import { StepLines } from './StepLines.tsx';
import { YearList } from './YearList.tsx';

/** The cases with steps in a year or a month, each with what the items say of it. */
export function CasesPage({ frame, period, years, months, cases, previous, next }: CasesProps) {
  return (
    <Page frame={frame} wide>
      <h1>案件</h1>
      <p className={columns.lead}>
        报道过的案件，同一案件的各条报道合在一起；当事人、案号、金额照报道所写。另见
        <a href={paths.laws()}>法规</a>与<a href={paths.calendar()}>日程</a>。
      </p>
      <YearList years={years} />
      <MonthList months={months} />
      {cases.length === 0 ? (
        <p>还没有内容。</p>
      ) : (
        <>
          <h2>{period}</h2>
          <DeskTable label={`${period}的案件`} columns={['案件', '法院', '金额', '经过', '最近']}>
            {cases.map((each) => (
              <Case key={each.path} {...each} />
            ))}
          </DeskTable>
        </>
      )}
      <Neighbours label={months.length === 0 ? '年' : '月'} previous={previous} next={next} />
    </Page>
  );
}

function Case({ name, path, details, courts, sums, steps, last }: CaseRef) {
  return (
    <tr>
      <th scope="row">
        <a href={path}>
          <Headline text={name} />
        </a>
        <CaseDetails details={details} />
      </th>
      <Cell of="法院">{courts}</Cell>
      <Cell of="金额">{sums.length === 0 ? null : <CaseDetails details={sums} />}</Cell>
      <Cell of="经过">
        <StepLines steps={steps} />
      </Cell>
      <LastCell {...last} />
    </tr>
  );
}

/** What the items say of a case besides its steps. */
export function CaseDetails({ details }: { details: readonly CaseDetail[] }) {
  if (details.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {details.map(({ name, value }) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
