import type { Item as Props } from '#lib/content/issue.ts';
import { paths } from '#lib/site/paths.ts';
import { Attributions } from './Attributions.tsx';
import styles from './Item.module.css';
import { Prose } from './Prose.tsx';

/** One piece of news with its permalink, its text, its sources and its topics. */
export function Item({ item, topicNames }: { item: Props; topicNames: Record<string, string> }) {
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
            <span key={id}>
              {index === 0 ? '' : '、'}
              <a href={paths.topic(id)}>{topicNames[id]}</a>
            </span>
          ))}
        </p>
      )}
      <item-tools />
    </article>
  );
}
