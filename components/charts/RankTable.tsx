import type { Bar } from '#lib/views/charts.ts';
import styles from './charts.module.css';

/** In units of the SVG's viewBox. */
const WIDTH = 200;
const HEIGHT = 10;
/** The length of the shortest bar on a logarithmic scale, which has no zero. */
const SHORTEST = 8;

type Props = {
  caption: string;
  of: string;
  unit: string;
  bars: readonly Bar[];
  isLogarithmic?: boolean;
};

/** A table with a bar in each row. The text beside a bar has its value. */
export function RankTable({ caption, of, unit, bars, isLogarithmic = false }: Props) {
  const values = bars.map(({ value }) => value);
  const most = Math.max(...values);
  const least = Math.min(...values);
  const widthOf = (value: number) => {
    if (!isLogarithmic) return WIDTH * (value / most || 0);
    const share = Math.log(value / least) / Math.log(most / least);
    return SHORTEST * (1 - share) + WIDTH * share;
  };
  return (
    <table className={styles.ranks}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          <th scope="col">{unit}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ name, path, value, label }) => (
          <tr key={`${path} ${label}`}>
            <th scope="row">
              <a href={path}>{name}</a>
            </th>
            <td>
              <span>{label}</span>
              <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" preserveAspectRatio="none">
                <rect
                  width={Math.round(widthOf(value) * 10) / 10}
                  height={HEIGHT}
                  className={styles.bar}
                />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
