import { Fragment } from 'react';
import { formatDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import type { ShownItem } from '#lib/views/issue.ts';
import type { ItemStory } from '#lib/views/stories.ts';
import { Attributions } from './Attributions.tsx';
import styles from './Item.module.css';
import { Prose } from './Prose.tsx';

type Props = {
  item: ShownItem;
  topicNames: Record<string, string>;
  /** The earlier and the later item of its thread, if it is in one. */
  story?: ItemStory | undefined;
};

/** One item with its permalink, its text, its sources, its topics and links to its thread. */
export function Item({ item, topicNames, story }: Props) {
  return (
    <article id={item.id} className={styles.item}>
      <h3>
        <a className={styles.permalink} href={`#${item.id}`}>
          {item.title}
        </a>
      </h3>
      <Prose html={item.html} />
      <Attributions attributions={item.attributions} />
      {item.topics.length === 0 ? null : (
        <p className={styles.topics}>
          主题：
          {item.topics.map((id, index) => (
            <Fragment key={id}>
              {index === 0 ? '' : '、'}
              <a href={paths.topic(id)}>{topicNames[id]}</a>
            </Fragment>
          ))}
        </p>
      )}
      {story === undefined ? null : <Story {...story} />}
      <item-tools />
    </article>
  );
}

/** The links to the item's thread. Its markup is short, because pages of issues are near their limit of bytes. */
function Story({ earlier, later, thread }: ItemStory) {
  return (
    <p className={styles.topics}>
      {earlier && (
        <>
          此前报道：<a href={earlier.path}>{formatDate(earlier.date)}</a>；
        </>
      )}
      {later && (
        <>
          后续进展：<a href={later.path}>{formatDate(later.date)}</a>；
        </>
      )}
      <a href={thread}>脉络</a>
    </p>
  );
}
