import type { Neighbours as Props } from '#lib/views/frame.ts';
import styles from './Neighbours.module.css';

/** Links to the previous and the next page, where there are such pages. */
export function Neighbours({ label, previous, next }: Props & { label: string }) {
  if (previous === undefined && next === undefined) return null;
  return (
    <nav aria-label={`上一${label}与下一${label}`} className={styles.neighbours}>
      {previous === undefined ? null : (
        <a rel="prev" href={previous.path}>
          上一{label}：{previous.label}
        </a>
      )}
      {next === undefined ? null : (
        <a rel="next" href={next.path} className={styles.next}>
          下一{label}：{next.label}
        </a>
      )}
    </nav>
  );
}
