import type { Bar } from '#lib/views/ranks.ts';
import styles from './charts.module.css';

/** In units of the SVG's viewBox. */
const WIDTH = 200;
const HEIGHT = 10;

type Props = {
  caption: string;
  of: string;
  unit: string;
  bars: readonly Bar[];
  /** The place of each bar. Without places, the table has no column for them. */
  ranks?: readonly number[];
  /** Without bars, the table has only the text of each value. */
  hasBars?: boolean;
};

/** A table with a bar in each row, on a scale that begins at zero. The text beside a bar has its value. */
export function RankTable({ caption, of, unit, bars, ranks, hasBars = true }: Props) {
  const most = Math.max(...bars.map(({ value }) => value));
  return (
    <table className={styles.ranks}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {ranks === undefined ? null : (
            <th scope="col" className={styles.rank}>
              名次
            </th>
          )}
          <th scope="col">{of}</th>
          <th scope="col">{unit}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ name, path, value, label }, index) => (
          <tr key={`${path} ${name}`}>
            {ranks === undefined ? null : <td>{ranks[index]}</td>}
            <th scope="row">
              <a href={path}>{name}</a>
            </th>
            <td>
              <span>{label}</span>
              {hasBars ? <ValueBar share={value / most || 0} /> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** @param share the value as a share of the largest, 0 to 1 */
function ValueBar({ share }: { share: number }) {
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" preserveAspectRatio="none">
      <rect width={Math.round(WIDTH * share * 10) / 10} height={HEIGHT} className={styles.bar} />
    </svg>
  );
}
