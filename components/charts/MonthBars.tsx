import type { IssueMonth, MonthCount } from '#lib/views/charts.ts';
import styles from './charts.module.css';
import { perIssue, perIssueText } from './per-issue.ts';

/** In units of the SVG's viewBox. On the page, the chart takes the width of its container. */
const WIDTH = 240;
const HEIGHT = 72;
const FOOT = 14;
const HEAD = 14;
/** From the left edge of a bar to that of the next. A quarter of it is a gap, except after December. */
const STEP = WIDTH / (12 - 0.25);
const BAR_WIDTH = STEP * 0.75;
const GAP = STEP - BAR_WIDTH;

type Props = {
  /** What the bars count, for screen readers. */
  label: string;
  /** The count of each month, from January on, and where it leads. */
  months: readonly MonthCount[];
  /** The issues of the same months. */
  issueMonths: readonly IssueMonth[];
  /** The largest count per issue of all charts beside this one. All of them then have the same scale. */
  most?: number;
};

/**
 * A bar chart of a year: a bar for each month, as high as its items per issue, with the figure on the highest. Each bar
 * is a link. A table has all the figures.
 */
export function MonthBars({ label, months, issueMonths, most }: Props) {
  const issuesIn = (month: number) => issueMonths[month]?.issues ?? 0;
  const rates = months.map(({ count }, month) => perIssue(count, issuesIn(month)));
  const highest = Math.max(...rates);
  const heightOf = (rate: number) => (HEIGHT - FOOT - HEAD) * (rate / (most ?? highest) || 0);
  const floor = HEIGHT - FOOT;
  const longest = rates.indexOf(highest);
  const middle = (month: number) => month * STEP + BAR_WIDTH / 2;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no element of SVG is a group for screen readers
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="group"
      aria-label={label}
      className={styles.chart}
    >
      <line x1={0} x2={WIDTH} y1={floor} y2={floor} className={styles.axis} />
      {months.map(({ count, path }, month) =>
        path === undefined ? null : (
          <a key={path} href={path}>
            <title>{`${month + 1}月：${count}条，每期${perIssueText(count, issuesIn(month))}条`}</title>
            {/* The whole column can be clicked: the bar itself may be too low for a finger. */}
            <rect
              x={round(month * STEP - GAP / 2)}
              width={round(STEP)}
              height={HEIGHT}
              className={styles.column}
            />
            <rect
              x={round(month * STEP)}
              y={round(floor - heightOf(rates[month] ?? 0))}
              width={round(BAR_WIDTH)}
              height={round(heightOf(rates[month] ?? 0))}
              className={styles.bar}
            />
          </a>
        ),
      )}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus */}
      <g aria-hidden="true">
        <text
          x={round(middle(longest))}
          y={round(floor - heightOf(highest) - 3)}
          className={styles.value}
        >
          {perIssueText(months[longest]?.count ?? 0, issuesIn(longest))}
        </text>
        {[0, 3, 6, 9].map((month) => (
          <text key={month} x={round(middle(month))} y={HEIGHT - 3} className={styles.month}>
            {month + 1}月
          </text>
        ))}
      </g>
    </svg>
  );
}

/** Rounds to tenths of a unit, which no screen can show, so that the page has fewer digits. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
