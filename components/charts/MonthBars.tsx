import styles from './charts.module.css';

/** In units of the SVG's viewBox. On the page, the chart takes the width of its container. */
const WIDTH = 240;
const HEIGHT = 72;
const FOOT = 14;
const HEAD = 14;
/** From the left edge of a bar to that of the next. A quarter of it is a gap, except after December. */
const STEP = WIDTH / (12 - 0.25);
const BAR_WIDTH = STEP * 0.75;

type Props = {
  /** What the bars count, for screen readers. */
  label: string;
  /** The count of each month, from January on. */
  counts: readonly number[];
  /** The largest count of all charts beside this one. All of them then have the same scale. */
  most?: number;
};

/** A bar chart of a year: a bar for each month, with its count on the longest bar. A table has all the counts. */
export function MonthBars({ label, counts, most = Math.max(...counts) }: Props) {
  const heightOf = (count: number) => (HEIGHT - FOOT - HEAD) * (count / Math.max(1, most));
  const floor = HEIGHT - FOOT;
  const longest = counts.indexOf(Math.max(...counts));
  const middle = (month: number) => month * STEP + BAR_WIDTH / 2;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className={styles.chart}>
      <line x1={0} x2={WIDTH} y1={floor} y2={floor} className={styles.axis} />
      {counts.map((count, month) =>
        count === 0 ? null : (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is identified by its month
            key={month}
            x={round(month * STEP)}
            y={round(floor - heightOf(count))}
            width={round(BAR_WIDTH)}
            height={round(heightOf(count))}
            className={styles.bar}
          />
        ),
      )}
      <text
        x={round(middle(longest))}
        y={round(floor - heightOf(counts[longest] ?? 0) - 3)}
        className={styles.value}
      >
        {counts[longest]}
      </text>
      {[0, 3, 6, 9].map((month) => (
        <text key={month} x={round(middle(month))} y={HEIGHT - 3} className={styles.month}>
          {month + 1}月
        </text>
      ))}
    </svg>
  );
}

/** Rounds to tenths of a unit, which no screen can show, so that the page has fewer digits. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
