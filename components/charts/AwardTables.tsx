import type { AwardChart } from '#lib/views/award-charts.ts';
import { RestLine } from './RankingTable.tsx';
import { RankTable } from './RankTable.tsx';

/** The sums that courts awarded or parties agreed on: a table for each currency. Without any, nothing is rendered. */
export function AwardTables({ year, charts }: { year: string; charts: readonly AwardChart[] }) {
  if (charts.length === 0) return null;
  return (
    <section aria-labelledby="awards">
      <h3 id="awards">判赔与和解金额</h3>
      {charts.map(({ currency, bars, rest, hasBars }) => (
        <div key={currency}>
          {bars.length === 0 ? null : (
            <RankTable
              caption={`${year}年报道的案件，${currency}，从高到低`}
              of="案件"
              unit="金额"
              bars={bars}
              hasBars={hasBars}
            />
          )}
          <RestLine rest={rest} />
        </div>
      ))}
    </section>
  );
}
