import type { NewestItems as Props } from '#lib/views/desk-items.ts';
import { ItemList } from './ItemList.tsx';

/** The newest items of an act or a case below a heading; nothing where there are none. */
export function NewestItems({ heading, items, count }: Props & { heading: string }) {
  if (items.length === 0) return null;
  return (
    <>
      <h2>{heading}</h2>
      {items.length === count ? null : (
        <p>
          共{count}条，这里是最近的{items.length}条。
        </p>
      )}
      <ItemList items={items} />
    </>
  );
}
