import { paths } from '#lib/site/paths.ts';
import type { ActRef, LawsProps } from '#lib/views/laws.ts';
import columns from './Columns.module.css';
import { Cell, DeskTable, LastCell } from './DeskTable.tsx';
import { Headline } from './Headline.tsx';
import { MonthList } from './MonthList.tsx';
import { Neighbours } from './Neighbours.tsx';
import { Page } from './Page.tsx';
import { StepLines } from './StepLines.tsx';
import { YearList } from './YearList.tsx';

/** The acts with steps in a year or a month: by state, then by type, each with these steps. */
export function LawsPage({ frame, period, years, months, states, previous, next }: LawsProps) {
  return (
    <Page frame={frame} wide>
      <h1>法规</h1>
      <p className={columns.lead}>
        报道过进展的法律、法规、司法解释、政策、标准与条约。日子是消息里写的，没有写的只列出哪一期报道。另见
        <a href={paths.cases()}>案件</a>与<a href={paths.calendar()}>日程</a>。
      </p>
      <YearList years={years} />
      <MonthList months={months} />
      {states.length === 0 ? (
        <p>还没有内容。</p>
      ) : (
        <>
          <h2>{period}</h2>
          <DeskTable
            label={`${period}的法规`}
            columns={['法规', '国别', '类型', '现况', '经过', '最近']}
          >
            {states.flatMap((state) =>
              state.types.flatMap((type) =>
                type.acts.map((act) => (
                  <Act key={act.path} {...act} state={state.name} type={type.name} />
                )),
              ),
            )}
          </DeskTable>
        </>
      )}
      <Neighbours label={months.length === 0 ? '年' : '月'} previous={previous} next={next} />
    </Page>
  );
}

function Act({
  name,
  path,
  state,
  type,
  stage,
  steps,
  last,
}: ActRef & { state: string; type: string }) {
  return (
    <tr>
      <th scope="row">
        <a href={path}>
          <Headline text={name} />
        </a>
      </th>
      <Cell of="国别">{state}</Cell>
      <Cell of="类型">{type}</Cell>
      <Cell of="现况">{stage}</Cell>
      <Cell of="经过">
        <StepLines steps={steps} />
      </Cell>
      <LastCell {...last} />
    </tr>
  );
}
