import styles from './charts.module.css';

/** The drawing's own units: it is as wide as what it stands in. */
const WIDTH = 240;
const HEIGHT = 72;
const FOOT = 14;
const HEAD = 14;
/** From the left edge of a month to the next, a quarter of it a gap; there is no gap behind December. */
const STEP = WIDTH / (12 - 0.25);
const BAR_WIDTH = STEP * 0.75;

type Props = {
  /** What the bars are of, for those who do not see them. */
  label: string;
  /** How many there are in each month, from January on. */
  counts: readonly number[];
  /** The most of any series beside it, so that bars of one length mean as much. */
  most?: number;
};

/** A bar for each month; the longest says how long it is. What is behind it stands in a table. */
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
            // biome-ignore lint/suspicious/noArrayIndexKey: the month is what the bar is of
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

/** Tenths of a unit are finer than any screen. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
