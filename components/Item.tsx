import type { ShownItem } from '#lib/views/shown-item.ts';
import { ShortAttributions } from './Attributions.tsx';
import { Headline } from './Headline.tsx';
import styles from './Item.module.css';
import { Prose } from './Prose.tsx';

type Props = {
  item: ShownItem;
  /** The path of the thread that it is in, if it is in one. */
  thread?: string | undefined;
};

/**
 * One item of an issue: its title, which leads to its own page, its text, and one line with its sources, its thread and
 * its tools. Its topics and the rest of its story are on its own page.
 */
export function Item({ item: { id, title, path, html, attributions }, thread }: Props) {
  return (
    <article id={id} className={styles.item}>
      <h3>
        <a className={styles.permalink} href={path}>
          <Headline text={title} />
        </a>
      </h3>
      <Prose html={html} />
      <div className={styles.line}>
        <ShortAttributions attributions={attributions} />
        {/* A key reaches it on the page of the item: each issue would have many more stops of the Tab key. */}
        {thread && (
          <a href={thread} tabIndex={-1}>
            脉络
          </a>
        )}
        <item-tools />
      </div>
    </article>
  );
}
