import { paths } from '#lib/site/paths.ts';
import type { ItemRef } from '#lib/views/timeline.ts';
import { Headline } from './Headline.tsx';
import styles from './ItemList.module.css';

/** A list of items: the title of each as a link, with its sources. */
export function ItemList({ items }: { items: readonly ItemRef[] }) {
  return (
    <ul className={`${styles.list} headlines`}>
      {items.map(({ date, id, title, sources }) => (
        <li key={`${date} ${id}`}>
          <a href={paths.item(date, id)}>
            <Headline text={title} />
          </a>{' '}
          <span className={styles.source}>{sources.map(({ name }) => name).join('、')}</span>
        </li>
      ))}
    </ul>
  );
}
