import type { Ranking, Rest } from '#lib/views/ranks.ts';
import { RankTable } from './RankTable.tsx';

type Props = { caption: string; of: string; unit: string; ranking: Ranking };

/** A ranking with the place of each row, and a sentence on what it leaves out. */
export function RankingTable({ caption, of, unit, ranking: { bars, rest } }: Props) {
  return (
    <>
      {bars.length === 0 ? null : (
        <RankTable
          caption={caption}
          of={of}
          unit={unit}
          bars={bars}
          ranks={bars.map(({ rank }) => rank)}
        />
      )}
      <RestLine rest={rest} />
    </>
  );
}

/** What a ranking leaves out, with a link to the page that lists all; nothing where it leaves out nothing. */
export function RestLine({ rest }: { rest: Rest | undefined }) {
  if (rest === undefined) return null;
  return (
    <p>
      {rest.text}，见<a href={rest.list.path}>{rest.list.name}</a>。
    </p>
  );
}
