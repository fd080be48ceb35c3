import type { Frame } from '#lib/views/frame.ts';
import styles from './Breadcrumbs.module.css';

/** The way from the front page to this page, as its JSON-LD says too. The last step is the page itself. */
export function Breadcrumbs({ trail }: Pick<Frame, 'trail'>) {
  if (trail.length === 0) return null;
  return (
    <nav aria-label="位置">
      <ol className={styles.trail}>
        {trail.map(({ name, path }, index) => (
          <li key={path}>
            {index === trail.length - 1 ? (
              <span aria-current="page">{name}</span>
            ) : (
              <a href={path}>{name}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
