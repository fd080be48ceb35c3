import type { EntityProps } from '#lib/views/entities.ts';
import styles from './EntityPage.module.css';
import { TimelinePage } from './TimelinePage.tsx';

/** The items that name an organisation or an act in one year, after the stories that they belong to. */
export function EntityPage({ threads, index, ...timeline }: EntityProps) {
  const above = (
    <p className={styles.above}>
      <a href={index.path}>{index.name}</a>
    </p>
  );
  return (
    <TimelinePage {...timeline} above={above}>
      {threads.length === 0 ? null : (
        <section aria-labelledby="threads">
          <h2 id="threads">脉络</h2>
          <ul>
            {threads.map(({ name, path }) => (
              <li key={path}>
                <a href={path}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </TimelinePage>
  );
}
