import { formatDate } from '#lib/site/dates.ts';
import type { IssueLinks as Links, QuotedStep, StepRef } from '#lib/views/desk-steps.ts';
import styles from './Desk.module.css';

/** The steps of an act or a case in a list, each in a line with the issues that tell it. */
export function StepLines({ steps }: { steps: readonly StepRef[] }) {
  return (
    <ol className={styles.lines}>
      {steps.map(({ step, day, told }) => (
        <li key={`${step} ${day?.date} ${told.shown[0]?.path}`}>
          <StepName step={step} day={day} />
          <span className={styles.source}>
            （见
            <IssueLinks {...told} />）
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The steps on the page of an act or a case, each with the sentence that tells it and where it is from. A
 * step that an editor added has no sentence. */
export function QuotedSteps({ steps }: { steps: readonly QuotedStep[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map(({ step, day, told, sentence }) => (
        <li key={`${step} ${day?.date} ${told.shown[0]?.path}`}>
          <StepName step={step} day={day} />
          {sentence === undefined ? null : (
            <blockquote className={styles.quote}>{sentence}</blockquote>
          )}
          <p className={styles.source}>
            {sentence === undefined ? '编辑补充，见' : '见'}
            <IssueLinks {...told} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function StepName({ step, day }: Pick<StepRef, 'step' | 'day'>) {
  return (
    <>
      <span className={styles.mark}>{step}</span>
      {day === undefined ? null : <time dateTime={day.date}>{day.text}</time>}
    </>
  );
}

/** Links to the items that tell of something, each called by its issue. */
export function IssueLinks({ shown, more }: Links) {
  return (
    <>
      {shown.map(({ date, number, title, path }, index) => (
        <span key={path}>
          {index === 0 ? '' : '、'}
          <a href={path} title={title}>
            {number === undefined ? formatDate(date) : `第${number}期`}
          </a>
        </span>
      ))}
      {more === 0 ? '' : `，另有${more}条`}
    </>
  );
}
