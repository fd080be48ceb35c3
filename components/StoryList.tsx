import { formatDate } from '#lib/site/dates.ts';
import type { StorySoFar } from '#lib/views/stories.ts';
import { Headline } from './Headline.tsx';
import styles from './StoryList.module.css';

/** What other issues tell of an item's story, the oldest first, and the way to the whole thread. */
export function StoryList({ thread, name, count, before, after }: StorySoFar) {
  return (
    <section aria-label={`脉络：${name}`}>
      <h2 className={styles.heading}>
        <a href={thread}>脉络：{name}</a>
      </h2>
      <Items label="此前报道" items={before} />
      <Items label="后续进展" items={after} />
      {before.length + after.length + 1 < count ? (
        <p>
          <a href={thread}>共{count}条</a>
        </p>
      ) : null}
    </section>
  );
}

function Items({ label, items }: { label: string; items: StorySoFar['before'] }) {
  if (items.length === 0) return null;
  return (
    <>
      <p className={styles.label}>{label}</p>
      <ol className={`${styles.items} headlines`}>
        {items.map(({ date, path, title }) => (
          <li key={path}>
            <a href={path}>
              <Headline text={title} />
            </a>{' '}
            <time dateTime={date}>{formatDate(date)}</time>
          </li>
        ))}
      </ol>
    </>
  );
}
