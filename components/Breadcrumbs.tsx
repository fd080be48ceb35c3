import type { Frame } from '#lib/views/frame.ts';
import styles from './Breadcrumbs.module.css';

function Step({ name, path }: { name: string; path: string | undefined }) {
  return path === undefined ? <span>{name}</span> : <a href={path}>{name}</a>;
}

/**
 * The way from the front page to this page, as its JSON-LD says too. The first step is no link, because the name right
 * above is one; the last is the page itself.
 */
export function Breadcrumbs({ trail }: Pick<Frame, 'trail'>) {
  if (trail.length === 0) return null;
  return (
    <nav aria-label="位置">
      <ol className={styles.trail}>
        {trail.map(({ name, path }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list and its newest year may have one address
          <li key={index}>
            <Step name={name} path={index === 0 || index === trail.length - 1 ? undefined : path} />
          </li>
        ))}
      </ol>
    </nav>
  );
}
